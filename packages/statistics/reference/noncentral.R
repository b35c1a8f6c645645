# R's noncentral distributions stop at an absolute 1e-12, at a noncentrality of 37.6 or with a warning:
# their Poisson mixtures are summed here instead. Each gives both tails.
mixture <- function(noncentrality, lower, upper) {
  j <- 0:(ceiling(noncentrality / 2 + 40 * sqrt(noncentrality / 2 + 1) + 400))
  weight <- dpois(j, noncentrality / 2)
  c(lower = sum(weight * lower(j)), upper = sum(weight * upper(j)))
}
noncentral_chi_tails <- function(x, df, ncp) mixture(ncp,
  function(j) pchisq(x, df + 2 * j), function(j) pchisq(x, df + 2 * j, lower.tail = FALSE))
noncentral_f_tails <- function(f, df1, df2, ncp) {
  x <- df1 * f / (df1 * f + df2)
  mixture(ncp, function(j) pbeta(x, df1 / 2 + j, df2 / 2), function(j) pbeta(x, df1 / 2 + j, df2 / 2, lower.tail = FALSE))
}
noncentral_t_tails <- function(t, df, delta) {
  if (t < 0) return(setNames(rev(noncentral_t_tails(-t, df, -delta)), c("lower", "upper")))
  x <- t^2 / (t^2 + df); h <- delta^2 / 2
  j <- 0:(ceiling(h + 40 * sqrt(h + 1) + 400))
  p <- dpois(j, h); q <- if (delta == 0) 0 else sign(delta) * exp((j + .5) * log(h) - h - lgamma(j + 1.5))
  both <- function(lower.tail) sum(p * pbeta(x, j + .5, df / 2, lower.tail = lower.tail) + q * pbeta(x, j + 1, df / 2, lower.tail = lower.tail)) / 2
  c(lower = pnorm(-delta) + both(TRUE), upper = both(FALSE))
}
# The noncentralities that leave (1 - level) / 2 above (low) and below (high) what was seen.
limits_of <- function(tails, low, high, level) {
  a <- (1 - level) / 2
  side <- function(f) if (f(low) * f(high) > 0) low else uniroot(f, c(low, high), tol = 1e-13, maxiter = 1e4)$root
  c(side(function(d) tails(d)[["upper"]] - a), side(function(d) tails(d)[["lower"]] - a))
}
