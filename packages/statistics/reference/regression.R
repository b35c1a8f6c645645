# Linear models: lm, sandwich, lmtest, car. Data sets of different shape: factors, interactions, weights, holes, columns that others give.
suppressPackageStartupMessages({ library(sandwich); library(lmtest); library(MASS); requireNamespace("car") })
regions <- c("north", "south", "west")
people <- function(n, missing = 0) {
  d <- data.frame(age = round(runif(n, 17, 60)), children = rpois(n, 2.2), region = factor(sample(regions, n, TRUE, c(.5, .3, .2)), regions),
    sex = factor(sample(c("f", "m"), n, TRUE), c("f", "m")), cluster = sample(seq_len(max(3, n %/% 5)), n, TRUE), w = round(runif(n, .4, 3), 2))
  d$y <- round(4 + .1 * d$age - .5 * d$children + c(0, 1.5, -1)[d$region] + (d$sex == "m") * (.05 * d$age - 1) + rnorm(n, sd = 1 + d$age / 40), 3)
  for (v in c("y", "age", "region")) if (missing) d[sample(n, missing), v] <- NA
  d
}
one_of_each <- people(40)
linear_sets <- list(
  simple = list(y ~ age, people(25)), covariates = list(y ~ age + children, people(30)), factors = list(y ~ region + sex, people(35)),
  holes = list(y ~ age + region + sex, people(60, 5)), weighted = list(y ~ age + region, people(45, 2), w = TRUE),
  crossed = list(y ~ region * sex, people(70)), slopes = list(y ~ age * region + children, people(64)),
  interaction_only = list(y ~ region:sex, people(80)), slope_each = list(y ~ age + age:region, people(50)), three_way = list(y ~ age * region * sex, people(120)),
  origin = list(y ~ 0 + region + age, people(33)), origin_numeric = list(y ~ 0 + age + children, people(20)), mean_only = list(y ~ 1, people(12)),
  aliased = list(y ~ age + twice + region, within(people(30), twice <- 3 * age + 7)), empty_level = list(y ~ region + age, within(people(30), region[region == "west"] <- "north")),
  near_collinear = list(y ~ age + nearly, within(people(40), nearly <- age + round(rnorm(40, sd = .3), 4))),
  offset = list(y ~ year + age, within(people(30), { year <- 2010 + round(rnorm(30, sd = 4), 2); y <- y + year })), tiny = list(y ~ age, data.frame(y = c(1, 3, 2.5), age = c(20, 30, 45), cluster = 1:3, w = 1)),
  one_outlier = list(y ~ age, within(people(30), y[7] <- 200)), steep = list(y ~ age, within(people(60), y <- round(30 * age + y / 10, 4))), many = list(y ~ age + region * sex + children, people(150, 4)),
  lone = list(y ~ region, within(people(21), { region[] <- "north"; region[2:9] <- "south"; region[5] <- "west" }))
)
# What the tests need to build the same design: columns, levels, terms, whether there is an intercept.
question_of <- function(formula, d) { t <- terms(formula); used <- setdiff(all.vars(formula), all.vars(formula)[1])
  list(predictors = lapply(used, function(v) if (is.factor(d[[v]])) list(name = v, levels = levels(d[[v]]), values = I(as.character(d[[v]]))) else list(name = v, values = I(d[[v]]))),
    terms = lapply(attr(t, "term.labels"), function(label) I(strsplit(label, ":")[[1]])), intercept = if (attr(t, "intercept") == 1) "fitted" else "none") }
# lm drops levels nobody has; we name them as aliased.
used_factors <- function(formula, d) Filter(is.factor, d[intersect(all.vars(formula), names(d))])
kept_of <- function(fit) which(!is.na(coef(fit)))
rows_of <- function(m, level, df = NULL) { z <- if (is.null(df)) qnorm((1 + level) / 2) else qt((1 + level) / 2, df)
  data.frame(estimate = unname(m[, 1]), standardError = unname(m[, 2]), statistic = unname(m[, 3]), p = unname(m[, 4]), low = unname(m[, 1] - z * m[, 2]), high = unname(m[, 1] + z * m[, 2])) }
tested <- function(fit, v, df = df.residual(fit), level = .9) rows_of(unclass(coeftest(fit, vcov. = v, df = df)), level, df = df)[c("standardError", "p", "low")]
vif_of <- function(fit) if (any(is.na(coef(fit))) || attr(terms(fit), "intercept") == 0 || length(attr(terms(fit), "term.labels")) < 2) NULL else {
  v <- suppressMessages(car::vif(fit)); if (is.matrix(v)) data.frame(gvif = unname(v[, 1]), df = unname(v[, 2]), perStandardError = unname(v[, 3])) else data.frame(gvif = unname(v), df = 1, perStandardError = unname(sqrt(v))) }
anova_of <- function(fit, ...) { if (length(attr(terms(fit), "term.labels")) == 0) return(NULL)
  a <- suppressMessages(car::Anova(fit, type = 2, ...)); a <- a[rownames(a) != "Residuals", ]
  data.frame(df = a$Df, statistic = a[[intersect(c("F", "F value", "Chisq"), names(a))[1]]], p = a[[grep("^Pr", names(a))]]) }
# Pan's sum with many nodes; R's default of 15 stops early.
watson <- function(fit, exact) { side <- function(a) dwtest(fit, alternative = a, exact = exact, iterations = 2000)$p.value
  list(statistic = unname(dwtest(fit)$statistic), pPositive = side("greater"), pNegative = side("less")) }
linear <- lapply(linear_sets, function(s) {
  formula <- s[[1]]; d <- s[[2]]; environment(formula) <- environment()
  fit <- if (is.null(s$w)) lm(formula, d) else lm(formula, d, weights = w)
  kept <- kept_of(fit); m <- summary(fit); level <- .9; whole <- model.frame(fit); used <- as.integer(rownames(whole)); cluster <- d$cluster[used]; g <- length(unique(cluster))
  X <- model.matrix(fit)[, kept, drop = FALSE]; y <- model.response(whole); wt <- if (is.null(s$w)) rep(1, length(y)) else d$w[used]
  spread <- function(v) sqrt(sum(wt * (v - sum(wt * v) / sum(wt))^2)); has <- attr(terms(fit), "intercept") == 1
  lone <- any(hatvalues(fit) > 1 - 1e-12); infl <- function(v) I(ifelse(unname(hatvalues(fit)) > 1 - 1e-12 | !is.finite(v), NA, v))
  kinds <- if (lone) c("HC0", "HC1") else paste0("HC", 0:4)
  many <- length(attr(terms(fit), "term.labels")) > 0 && !any(is.na(coef(fit)))
  # The smallest set that would be extrapolated from: the first three complete cases, moved.
  fresh <- whole[seq_len(if (length(whole) > 1) 3 else 1), , drop = FALSE]; for (v in names(fresh)) if (is.numeric(fresh[[v]])) fresh[[v]] <- fresh[[v]] + 1
  ci <- suppressWarnings(predict(fit, fresh, interval = "confidence", level = level, se.fit = TRUE)); pi <- suppressWarnings(predict(fit, fresh, interval = "prediction", level = level, weights = 1))
  c(question_of(formula, d), list(outcome = I(d$y), weights = if (!is.null(s$w)) I(d$w), clusters = I(d$cluster), level = level,
    names = I(names(coef(fit))[kept]), aliased = length(coef(fit)) - length(kept) + sum(vapply(used_factors(formula, d), function(v) sum(table(v) == 0), 0)), coefficients = rows_of(m$coefficients, level, df = fit$df.residual),
    expected = c(list(n = length(y), missing = nrow(d) - length(y), df = fit$df.residual, residualStandardDeviation = m$sigma, rSquared = m$r.squared, adjustedRSquared = m$adj.r.squared,
      logLikelihood = as.numeric(logLik(fit)), aic = AIC(fit), bic = BIC(fit)), if (!is.null(m$fstatistic)) list(f = list(statistic = unname(m$fstatistic[1]), df1 = unname(m$fstatistic[2]), df2 = unname(m$fstatistic[3]),
      p = unname(pf(m$fstatistic[1], m$fstatistic[2], m$fstatistic[3], lower.tail = FALSE))))),
    covariance = unname(vcov(fit)[kept, kept, drop = FALSE]),
    standardised = I(sapply(seq_along(kept), function(i) if (!has || i == 1) NA else coef(fit)[[kept[i]]] * spread(X[, i]) / spread(y))),
    robust = lapply(setNames(kinds, kinds), function(k) tested(fit, vcovHC(fit, type = k))),
    clustered = if (g > 1) list(CR0 = tested(fit, vcovCL(fit, cluster, type = "HC0", cadjust = FALSE), g - 1), CR1 = tested(fit, vcovCL(fit, cluster, type = "HC0"), g - 1), CR1S = tested(fit, vcovCL(fit, cluster, type = "HC1"), g - 1)),
    vif = vif_of(fit), typeTwo = if (many) anova_of(fit), typeTwoRobust = if (many && !lone && length(fit$coefficients) < 12) anova_of(fit, vcov. = vcovHC(fit, type = "HC3")),
    influence = if (length(y) <= 50) list(leverages = I(unname(ifelse(hatvalues(fit) > 1 - 1e-12, 1, hatvalues(fit)))), standardisedResiduals = infl(unname(rstandard(fit))), studentisedResiduals = infl(unname(rstudent(fit))), cookDistances = infl(unname(cooks.distance(fit))), dffits = infl(unname(dffits(fit)))),
    breuschPagan = if (is.null(s$w) && has && length(kept) > 1 && length(kept) == length(coef(fit))) list(df = length(kept) - 1, studentised = with(bptest(fit), list(chiSquare = unname(statistic), p = unname(p.value))), original = with(bptest(fit, studentize = FALSE), list(chiSquare = unname(statistic), p = unname(p.value)))),
    durbinWatson = if (is.null(s$w) && length(kept) == length(coef(fit)) && length(y) > 4) watson(fit, length(y) < 100),
    fresh = if (length(fresh) > 1) lapply(fresh[setdiff(names(fresh)[-1], "(weights)")], function(v) I(if (is.factor(v)) as.character(v) else v)) else list(),
    predicted = data.frame(expected = unname(ci$fit[, 1]), standardError = unname(ci$se.fit), low = unname(ci$fit[, 2]), high = unname(ci$fit[, 3]), caseLow = unname(pi[, 2]), caseHigh = unname(pi[, 3]))))
})
write_reference(list(linear = linear), "regression-linear")
