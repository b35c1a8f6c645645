# Quantiles and tails of the distributions, far into the tails and at large shapes.
p <- c(1e-300, 1e-40, 1e-12, 1e-5, .001, .01, .025, .05, .2, .4, .5, .6, .8, .95, .975, .995, .9999)
# Above 4e5 degrees R itself turns to a normal approximation (1e-11).
df <- c(.5, 1, 1.5, 2, 3, 5, 10, 30, 103, 1000, 12345.6, 3e5)
tails <- function(f, ...) data.frame(lower = f(...), upper = f(..., lower.tail = FALSE))
# What R itself rounds to 0, or holds only as a denormal, says nothing about us.
held <- function(rows) rows[rows$lower > 1e-290 & rows$upper > 1e-290, ]

# In very long tails of few degrees of freedom the value itself passes the range of doubles.
t_grid <- subset(expand.grid(p = p, df = df), p >= 1e-12 | df >= 30)
tail_grid <- expand.grid(t = c(-5, -.3, 0, 1e-8, .7, 1.96, 4, 12, 40, 200, 1e6), df = df)
beta_grid <- expand.grid(a = c(.2, .5, 1, 3, 25, 400, 1e5), b = c(.3, 1, 2.5, 80, 5e4),
                         x = c(1e-6, .01, .1, .3, .5, .7, .9, .99))
gamma_grid <- expand.grid(shape = c(.05, .5, 1, 2.5, 10, 50, 500, 1e5),
                          ratio = c(1e-3, .1, .5, .9, .999, 1, 1.001, 1.1, 1.5, 3, 10))
gamma_grid$x <- with(gamma_grid, shape * ratio)
# R's own pgamma is off by 1e-9 far out at a shape of 1e5: kept where R is exact.
gamma_grid <- subset(gamma_grid, shape < 1e5 | abs(ratio - 1) < .01)
chi_grid <- expand.grid(x = c(1e-4, .1, 1, 3.84, 20, 104, 200, 400, 1200), df = c(.5, 1, 2, 5, 35, 153, 800))
f_grid <- expand.grid(f = c(1e-3, .2, .9, 1, 2.5, 10, 80, 1e4), df1 = c(1, 2, 5, 17.5, 200),
                      df2 = c(1, 3, 12.3, 104, 5000))
quantile_shapes <- expand.grid(p = c(1e-40, 1e-12, .001, .025, .3, .5, .8, .975, .9999), k = 1:6)
shape_a <- c(.5, 1, 3, 25, 100, 2500)
shape_b <- c(1, .7, 40, 4, 300, 2500)
quantile_shapes$a <- shape_a[quantile_shapes$k]
quantile_shapes$b <- shape_b[quantile_shapes$k]
gamma_x <- c(1e-10, 1e-3, .1, .5, .9, 1, 1.2, 1.9999, 2, 2.5, 7, 15.5, 16, 100, 12345.678, 1e8)

binomial_grid <- subset(expand.grid(k = c(0, 1, 3, 25, 104, 480), n = c(1, 7, 104, 1000),
                                    p = c(1e-6, .03, .25, .5, .97)), k <= n)
draws <- data.frame(k = c(0, 1, 3, 5, 2, 14, 40, 70, 0, 300), marked = c(5, 5, 5, 5, 190, 37, 190, 190, 3, 900),
                    unmarked = c(7, 7, 7, 7, 522, 67, 522, 522, 2, 1100), drawn = c(4, 4, 4, 9, 60, 30, 104, 104, 2, 500))
ranks <- do.call(rbind, lapply(list(c(1, 1), c(3, 4), c(5, 9), c(10, 10), c(23, 31), c(49, 49)), function(n)
  data.frame(u = unique(round(prod(n) * c(0, .05, .2, .5, .61, .99))), n1 = n[1], n2 = n[2])))
signed <- do.call(rbind, lapply(c(1, 4, 9, 20, 49), function(n)
  data.frame(v = unique(round(n * (n + 1) / 2 * c(0, .03, .3, .5, .9, 1))), n = n)))

noncentral_chi <- subset(expand.grid(x = c(.5, 6, 40, 250, 900), df = c(1, 4, 135), noncentrality = c(0, .3, 12, 160, 900)))
noncentral_chi[c("lower", "upper")] <- t(mapply(noncentral_chi_tails, noncentral_chi$x, noncentral_chi$df, noncentral_chi$noncentrality))
noncentral_f <- expand.grid(f = c(.2, 1, 3.3, 20), df1 = c(1, 4, 11), df2 = c(5, 99, 1000), noncentrality = c(0, .7, 25, 200))
noncentral_f[c("lower", "upper")] <- t(mapply(noncentral_f_tails, noncentral_f$f, noncentral_f$df1, noncentral_f$df2, noncentral_f$noncentrality))
noncentral_t <- expand.grid(t = c(0, .3, 2, 7, 30), df = c(2, 9.5, 102, 2000), noncentrality = c(.01, 1.5, 6, 25))
noncentral_t[c("lower", "upper")] <- t(mapply(noncentral_t_tails, noncentral_t$t, noncentral_t$df, noncentral_t$noncentrality))
# Opposite signs: R's pt, absolute 1e-12.
opposite_t <- expand.grid(t = c(-4, -1, -.2), df = c(3, 50, 900), noncentrality = c(.5, 2))
# Limits of noncentralities, by root finding over the mixtures.
limits_t <- subset(expand.grid(t = c(-3, 0, 1.7, 6), df = c(4, 60, 500), level = c(.9, .95, .99)))
limits_t[c("low", "high")] <- t(mapply(function(t, df, level) limits_of(function(d) noncentral_t_tails(t, df, d), t - 20, t + 20, level), limits_t$t, limits_t$df, limits_t$level))
limits_f <- expand.grid(f = c(.4, 2.5, 9), df1 = c(1, 5), df2 = c(8, 98), level = c(.9, .95))
limits_f[c("low", "high")] <- t(mapply(function(f, df1, df2, level) limits_of(function(d) noncentral_f_tails(f, df1, df2, d), 0, 400, level), limits_f$f, limits_f$df1, limits_f$df2, limits_f$level))
limits_chi <- expand.grid(x = c(3, 40, 260), df = c(2, 35, 135), level = c(.9, .95))
limits_chi[c("low", "high")] <- t(mapply(function(x, df, level) limits_of(function(d) noncentral_chi_tails(x, df, d), 0, 900, level), limits_chi$x, limits_chi$df, limits_chi$level))
opposite_t$lower <- with(opposite_t, pt(t, df, noncentrality))

write_reference(list(
  normalQuantile = data.frame(p = p, expected = qnorm(p)),
  normalTails = with(data.frame(z = c(-37.5, -20, -13.3, -6, -5.6, -1, -.67, -.3, -1e-9, 0, .5, .6744, .675, 1.96, 3, 5.65, 5.66, 8, 13.3, 37)),
                     held(cbind(z, tails(pnorm, z)))),
  studentTQuantile = cbind(t_grid, expected = with(t_grid, qt(p, df))),
  studentTTails = held(cbind(tail_grid, tails(pt, tail_grid$t, tail_grid$df))),
  incompleteBeta = held(cbind(beta_grid, tails(pbeta, beta_grid$x, beta_grid$a, beta_grid$b))),
  incompleteGamma = held(cbind(gamma_grid, tails(pgamma, gamma_grid$x, gamma_grid$shape))),
  chiSquareTails = held(cbind(chi_grid, tails(pchisq, chi_grid$x, chi_grid$df))),
  fTails = held(cbind(f_grid, tails(pf, f_grid$f, f_grid$df1, f_grid$df2))),
  chiSquareQuantile = with(quantile_shapes, data.frame(
    p = p, df = 2 * a, below = qchisq(p, 2 * a), above = qchisq(p, 2 * a, lower.tail = FALSE))),
  betaQuantile = subset(with(quantile_shapes, data.frame(
    p = p, a = a, b = b, below = qbeta(p, a, b))), p > 1e-12),
  # R's qf loses digits far out and at thousands of degrees: with 1 and 2 degrees and .9999 above,
  # 2e-8 / (1 - 1e-8) is right and qf says 2.00000003e-8.
  fQuantile = with(subset(quantile_shapes, p > 1e-5 & p < .999 & a < 1000), data.frame(
    p = p, df1 = 2 * a, df2 = 2 * b, below = qf(p, 2 * a, 2 * b), above = qf(p, 2 * a, 2 * b, lower.tail = FALSE))),
  logGamma = data.frame(x = gamma_x, expected = lgamma(gamma_x)),
  binomialProbability = cbind(binomial_grid, expected = with(binomial_grid, dbinom(k, n, p))),
  binomialTails = held(cbind(binomial_grid, tails(pbinom, binomial_grid$k, binomial_grid$n, binomial_grid$p))),
  hypergeometricProbability = cbind(draws, expected = with(draws, dhyper(k, marked, unmarked, drawn))),
  hypergeometricTails = held(cbind(draws, with(draws, tails(phyper, k, marked, unmarked, drawn)))),
  mannWhitneyTails = cbind(ranks, with(ranks, tails(pwilcox, u, n1, n2))),
  signedRankTails = cbind(signed, with(signed, tails(psignrank, v, n))),
  noncentralChiSquareTails = held(noncentral_chi),
  noncentralFTails = held(noncentral_f),
  noncentralTTails = held(noncentral_t),
  noncentralTTailsOpposite = opposite_t,
  normalDensity = data.frame(z = c(-38, -6, -1.5, 0, .3, 2, 12), density = dnorm(c(-38, -6, -1.5, 0, .3, 2, 12))),
  tNoncentralityLimits = limits_t, fNoncentralityLimits = limits_f, chiSquareNoncentralityLimits = limits_chi
), "distributions")