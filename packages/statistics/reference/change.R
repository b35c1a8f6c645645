# Reliable and clinically significant change are formulas without a package in Debian: written here from
# variances of observed scores where the code works with standard deviations. The interval of the
# standardised response mean is by the noncentral t distribution of noncentral.R.
scored <- function(n, mean, sd, missing = 0) { x <- round(rnorm(n, mean, sd)); if (missing) x[sample(n, missing)] <- NA; x }
waves <- list(small = list(c(18, 20, 9, 31), c(11, 20, 8, 12)), distress = { a <- scored(104, 19, 7, 5); list(a, a - scored(104, 4, 5, 8)) },
  wellbeing = { a <- scored(60, 34, 9); list(a, a + scored(60, 3, 6, 4)) }, worse = { a <- scored(40, 12, 4); list(a, a + scored(40, 6, 4)) })
change_reference <- lapply(names(waves), function(name) { x <- waves[[name]][[1]]; y <- waves[[name]][[2]]; ok <- !is.na(x) & !is.na(y)
  better <- if (name == "wellbeing") "higher" else "lower"; r <- .82; level <- if (name == "small") .9 else .95; expected <- if (name == "distress") -.5 else 0
  v1 <- var(x[ok]); v2 <- var(y[ok]); observed <- cor(x[ok], y[ok])
  errors <- list(list(known = list(convention = "jacobson-truax", standardDeviation = sqrt(v1), reliability = r), error = sqrt(2 * v1 * (1 - r))),
    list(known = list(convention = "both-spreads", standardDeviations = sqrt(c(v1, v2)), reliability = r), error = sqrt(v1 * (1 - r) + v2 * (1 - r))),
    list(known = list(convention = "spread-of-differences", standardDeviations = sqrt(c(v1, v2)), correlation = observed), error = sd(y[ok] - x[ok])))
  error <- errors[[2]]$error; index <- (y - x - expected) / error; z <- qnorm(1 - (1 - level) / 2)
  general <- list(mean = mean(x[ok]) + (if (better == "lower") -1.8 else 1.8) * sqrt(v1), standardDeviation = sqrt(v1) * .8)
  distressed <- list(mean = mean(x[ok]), standardDeviation = sqrt(v1)); side <- if (better == "lower") -1 else 1
  # c: where the two standardised distances are equal, found as a root.
  c_root <- uniroot(function(q) abs(q - distressed$mean) / distressed$standardDeviation - abs(q - general$mean) / general$standardDeviation, sort(c(distressed$mean, general$mean)), tol = 1e-14)$root
  cut <- list(a = distressed$mean + side * 2 * distressed$standardDeviation, b = general$mean - side * 2 * general$standardDeviation, c = c_root)
  gain <- side * index; crossed <- side * (x - cut$c) <= 0 & side * (y - cut$c) > 0
  category <- ifelse(gain > z & crossed, "recovered", ifelse(gain > z, "improved", ifelse(gain < -z, "deteriorated", "unchanged")))
  tally <- function(words) as.list(table(factor(category, words)))
  n <- sum(ok); gap <- y[ok] - x[ok]; d <- mean(gap) / sd(gap); t <- d * sqrt(n)
  limits <- limits_of(function(ncp) noncentral_t_tails(t, n - 1, ncp), t - 12 - abs(t), t + 12 + abs(t), .95) / sqrt(n)
  list(before = I(x), after = I(y), better = better, level = level, expectedChange = expected, errors = errors, error = error, distressed = distressed, general = general, cutOffs = cut,
    reliable = list(indices = I(index), risen = sum(index > z, na.rm = TRUE), fallen = sum(index < -z, na.rm = TRUE), threshold = z * error, n = n, missing = sum(!ok)),
    categories = I(category), counts = tally(c("recovered", "improved", "unchanged", "deteriorated")),
    response = list(estimate = d, low = limits[1], high = limits[2], n = n, missing = sum(!ok)),
    percent = I((x - min(x, na.rm = TRUE)) / diff(range(x, na.rm = TRUE)) * 100), range = range(x, na.rm = TRUE)) })
names(change_reference) <- names(waves)
write_reference(change_reference, "change")
