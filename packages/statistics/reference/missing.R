# Little's test of values that are missing completely at random, and the EM estimates it stands on, by their
# formulas in base R; the moments of one set once more from lavaan.
em <- function(x) { x <- as.matrix(x); x <- x[rowSums(!is.na(x)) > 0, , drop = FALSE]; n <- nrow(x); k <- ncol(x)
  mu <- colMeans(x, na.rm = TRUE); sigma <- diag(apply(x, 2, function(v) mean((v - mean(v, na.rm = TRUE))^2, na.rm = TRUE)), k)
  for (round in 1:20000) { filled <- x; extra <- matrix(0, k, k)
    for (i in which(rowSums(is.na(x)) > 0)) { m <- which(is.na(x[i, ])); o <- which(!is.na(x[i, ])); b <- sigma[m, o, drop = FALSE] %*% solve(sigma[o, o, drop = FALSE])
      filled[i, m] <- mu[m] + b %*% (x[i, o] - mu[o]); extra[m, m] <- extra[m, m] + sigma[m, m] - b %*% sigma[o, m, drop = FALSE] }
    after <- colMeans(filled); spread <- (crossprod(sweep(filled, 2, after)) + extra) / n
    step <- max(abs(after - mu) / sqrt(diag(spread)), abs(spread - sigma) / sqrt(outer(diag(spread), diag(spread)))); mu <- after; sigma <- spread
    if (step < 1e-13) break }
  list(x = x, mu = mu, sigma = sigma) }
little <- function(x) { fit <- em(x); x <- fit$x; groups <- split(seq_len(nrow(x)), apply(is.na(x), 1, paste, collapse = "")); d <- 0; df <- -ncol(x)
  for (rows in groups) { o <- which(!is.na(x[rows[1], ])); gap <- colMeans(x[rows, o, drop = FALSE]) - fit$mu[o]; d <- d + length(rows) * drop(gap %*% solve(fit$sigma[o, o, drop = FALSE], gap)); df <- df + length(o) }
  list(chiSquare = d, df = df, p = pchisq(d, df, lower.tail = FALSE), patterns = length(groups), n = nrow(x)) }
holed <- function(x, share, by = NULL) { for (j in seq_len(ncol(x))) { odds <- if (is.null(by) || j == by) share else plogis(qlogis(share) + 1.2 * as.vector(scale(x[, by])))
  gone <- runif(nrow(x)) < odds; if (is.null(by) || j != by) x[gone, j] <- NA }; x }
answers <- function(n, k) { f <- rnorm(n); sapply(seq_len(k), function(j) pmin(5, pmax(1, round(3 + .8 * f + rnorm(n))))) }
sets <- list(airquality = as.matrix(airquality[1:4]), nhanes = as.matrix(mice::nhanes), byChance = holed(answers(200, 6), .06), notByChance = holed(answers(240, 5), .12, 1),
  many = holed(answers(150, 18), .02), half = holed(cbind(rnorm(60, 1e4, 3), rexp(60)), .3), empty = rbind(holed(answers(40, 3), .15), NA))
saturated <- lavaan::lavInspect(lavaan::sem("Ozone ~~ Solar.R + Wind + Temp\nSolar.R ~~ Wind + Temp\nWind ~~ Temp", airquality, missing = "ml", em.h1.iter.max = 5000, em.h1.tol = 1e-9), "sampstat")
stopifnot(all.equal(as.vector(em(airquality[1:4])$mu), as.vector(saturated$mean), tolerance = 1e-5), all.equal(as.vector(em(airquality[1:4])$sigma), as.vector(saturated$cov), tolerance = 1e-5))
write_reference(lapply(sets, function(x) { fit <- em(x)
  list(variables = lapply(seq_len(ncol(x)), function(j) I(unname(x[, j]))), moments = list(means = I(unname(fit$mu)), covariances = unname(fit$sigma)), expected = little(x)) }), "missing")
