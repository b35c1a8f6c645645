# Quantiles and tails of the distributions, far into the tails and at large shapes.
p <- c(1e-300, 1e-40, 1e-12, 1e-5, .001, .01, .025, .05, .2, .4, .5, .6, .8, .95, .975, .995, .9999)
df <- c(.5, 1, 1.5, 2, 3, 5, 10, 30, 103, 1000, 12345.6, 1e6)
# In very long tails of few degrees of freedom the value itself passes the range of doubles.
t_grid <- subset(expand.grid(p = p, df = df), p >= 1e-12 | df >= 30)
tail_grid <- expand.grid(t = c(-5, -.3, 0, 1e-8, .7, 1.96, 4, 12, 40, 200), df = df)
beta_grid <- expand.grid(a = c(.2, .5, 1, 3, 25, 400, 1e5), b = c(.3, 1, 2.5, 80, 5e4),
                         x = c(1e-6, .01, .1, .3, .5, .7, .9, .99))
gamma_x <- c(1e-10, 1e-3, .1, .5, .9, 1, 1.2, 1.9999, 2, 2.5, 7, 15.5, 16, 100, 12345.678, 1e8)
# R loses digits or underflows at a few corners of the grid; those say nothing about us.
lower <- with(beta_grid, pbeta(x, a, b))
upper <- with(beta_grid, pbeta(x, a, b, lower.tail = FALSE))
write_reference(list(
  normalQuantile = data.frame(p = p, expected = qnorm(p)),
  studentTQuantile = cbind(t_grid, expected = with(t_grid, qt(p, df))),
  studentTUpperTail = cbind(tail_grid, expected = with(tail_grid, pt(t, df, lower.tail = FALSE))),
  incompleteBeta = cbind(beta_grid, lower = lower, upper = upper)[lower > 1e-290 & upper > 1e-290, ],
  logGamma = data.frame(x = gamma_x, expected = lgamma(gamma_x))
), "distributions")
