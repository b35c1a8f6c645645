# Rubin's rules on imputations that mice made: the estimates and standard errors of each, and what
# mice::pool makes of them. By distribution: what mice leaves in the mean over many imputations.
suppressMessages(library(mice, warn.conflicts = FALSE))
pool_case <- function(q, se, dfcom, level) { p <- pool.scalar(q, se^2, n = dfcom + 1, k = 1); err <- sqrt(p$t); t <- p$qbar / err; reach <- qt((1 - level) / 2, p$df, lower.tail = FALSE) * err
  list(estimates = I(q), standardErrors = I(se), dfComplete = dfcom, level = level, expected = list(estimate = p$qbar, standardError = err, t = t, df = p$df, p = 2 * pt(-abs(t), p$df),
    low = p$qbar - reach, high = p$qbar + reach, varianceWithin = p$ubar, varianceBetween = p$b, relativeIncrease = p$r, lambda = (1 + 1 / p$m) * p$b / p$t, fractionMissing = p$fmi, imputations = p$m)) }
imputed <- mice(nhanes2, m = 20, maxit = 5, printFlag = FALSE, seed = 7)
models <- list(lm = with(imputed, lm(chl ~ age + bmi)), logistic = with(imputed, glm(hyp ~ bmi, binomial)), short = with(mice(nhanes, m = 3, maxit = 3, printFlag = FALSE, seed = 9), lm(bmi ~ chl)))
pooled <- unlist(lapply(models, function(fits) { made <- pool(fits)$pooled; tables <- lapply(fits$analyses, function(f) coef(summary(f)))
  lapply(seq_len(nrow(made)), function(j) { one <- pool_case(sapply(tables, function(t) t[j, 1]), sapply(tables, function(t) t[j, 2]), made$dfcom[j], .95)
    stopifnot(all.equal(unlist(made[j, c("estimate", "ubar", "b", "df", "riv", "lambda", "fmi")]), unlist(one$expected[c("estimate", "varianceWithin", "varianceBetween", "df", "relativeIncrease", "lambda", "fractionMissing")]), check.attributes = FALSE)); one }) }), recursive = FALSE)
pooled <- c(unname(pooled), list(pool_case(c(1.2, 1.3), c(.4, .5), Inf, .9), pool_case(rep(2.5, 5), c(.2, .21, .19, .2, .2), 48, .95), pool_case(rep(2.5, 5), rep(.2, 5), Inf, .95),
  pool_case(rnorm(40, 0, 1), runif(40, .05, .1), 11, .99), pool_case(1e6 + rnorm(6), runif(6, 1, 2), 200, .95)))

# Missing at random: holes of y and of the skewed w hang on x; the region on x as well.
blanked <- function(n) { x <- round(rnorm(n), 3); u <- x + rnorm(n); region <- factor(c("north", "south", "west")[1 + (u > .5) + 2 * (u < -.8)], levels = c("north", "south", "west"))
  y <- round(10 + 2 * x + 1.5 * (region == "south") + rnorm(n, 0, 1.5), 2); w <- round(exp(.4 * x + .15 * y - 1 + rnorm(n, 0, .4)), 2)
  y[runif(n) < plogis(-1 + .9 * x)] <- NA; w[runif(n) < plogis(-1.6 - .7 * x)] <- NA; region[runif(n) < plogis(-1.8 + .5 * x)] <- NA
  data.frame(x = x, y = y, w = w, region = region) }
described <- function(d) { c(meanY = mean(d$y), meanW = mean(d$w), deviationY = sd(d$y), deviationW = sd(d$w), correlationXY = cor(d$x, d$y), correlationYW = cor(d$y, d$w),
  south = mean(d$region == "south"), west = mean(d$region == "west"), northernY = mean(d$y[d$region == "north"])) }
distribution <- lapply(list(small = blanked(120), large = blanked(220)), function(d) { made <- mice(d, m = 100, maxit = 6, method = c("", "pmm", "pmm", "polyreg"), printFlag = FALSE, seed = 20221122)
  each <- sapply(1:100, function(i) described(complete(made, i)))
  list(x = I(d$x), y = I(d$y), w = I(d$w), region = I(d$region), mean = as.list(rowMeans(each)), spread = as.list(apply(each, 1, sd)), complete = as.list(described(d[complete.cases(d), ]))) })
write_reference(list(pooled = pooled, distribution = distribution), "imputation")
