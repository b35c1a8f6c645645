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
linear_sets <- list(
  simple = list(y ~ age, people(25)), covariates = list(y ~ age + children, people(30)), factors = list(y ~ region + sex, people(35)),
  holes = list(y ~ age + region + sex, people(60, 5)), weighted = list(y ~ age + region, people(45, 2), w = TRUE),
  crossed = list(y ~ region * sex, people(70)), slopes = list(y ~ age * region + children, people(64)),
  interaction_only = list(y ~ region:sex, people(80)), slope_each = list(y ~ age + age:region, people(50)), three_way = list(y ~ age * region * sex, people(120)),
  origin = list(y ~ 0 + region + age, people(33)), origin_numeric = list(y ~ 0 + age + children, people(20)), mean_only = list(y ~ 1, people(12)),
  aliased = list(y ~ age + twice + region, within(people(30), twice <- 3 * age + 7)), empty_level = list(y ~ region + age, within(people(30), region[region == "west"] <- "north")),
  near_collinear = list(y ~ age + nearly, within(people(40), nearly <- age + round(rnorm(40, sd = 1), 3))),
  offset = list(y ~ year + age, within(people(30), { year <- 100 + round(rnorm(30, sd = 8), 2); y <- y + year })), tiny = list(y ~ age, data.frame(y = c(1, 3, 2.5), age = c(20, 30, 45), cluster = 1:3, w = 1)),
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
    aliased = length(coef(fit)) - length(kept) + sum(vapply(used_factors(formula, d), function(v) sum(table(v) == 0), 0)), coefficients = rows_of(m$coefficients, level, df = fit$df.residual),
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

# Logistic, count and ordinal models, every optimiser run to the end, and past it: that they cannot get nearer is no news,
# nor that separated outcomes are separated.
# The tolerance of collinearity is a thousandth of epsilon: aliased columns need a looser one. All are fitted a second time from
# the end of the first, since glm takes its errors from the step before the last.
tight <- glm.control(epsilon = 1e-14, maxit = 100); control_of <- function(name) if (name == "aliased") glm.control(epsilon = 1e-10, maxit = 200) else tight
has_it <- function(d, eta) within(d, y <- rbinom(nrow(d), 1, plogis(eta)))
logistic_sets <- list(
  simple = local({ d <- people(80); list(y ~ age, has_it(d, -2 + .05 * d$age)) }), factors = local({ d <- people(120); list(y ~ region + sex + children, has_it(d, c(-1, 0, 1)[d$region] + .3 * d$children - .5)) }),
  holes = local({ d <- people(104, 6); list(y ~ age + sex, within(has_it(d, .5 * (d$sex == "m")), y[sample(104, 5)] <- NA)) }), crossed = local({ d <- people(200); list(y ~ age * sex + region, has_it(d, -1 + .02 * d$age)) }),
  rare = local({ d <- people(150); list(y ~ age + children, has_it(d, -4 + .04 * d$age)) }), mean_only = local({ d <- people(30); list(y ~ 1, has_it(d, .4)) }), origin = local({ d <- people(60); list(y ~ 0 + sex + age, has_it(d, .01 * d$age)) }),
  aliased = local({ d <- people(70); d$twice <- 2 * d$age - 5; list(y ~ age + twice + sex, has_it(d, -1 + .03 * d$age)) }), strong = local({ d <- people(150); list(y ~ age, has_it(d, .4 * (d$age - 40))) }),
  # Separated: a threshold; nobody of one level; nearly everybody.
  complete = list(y ~ age, data.frame(y = c(0, 0, 0, 1, 1, 1, 1), age = c(20, 25, 31, 40, 41, 55, 60))),
  empty_cell = local({ d <- people(90); list(y ~ region + age, within(has_it(d, -1 + .03 * d$age), y[region == "west"] <- 0)) }),
  quasi = list(y ~ age, data.frame(y = c(0, 0, 0, 1, 0, 1, 1, 1), age = c(20, 25, 31, 40, 40, 41, 55, 60))))
wald <- function(b, se, level) { z <- qnorm((1 + level) / 2); data.frame(estimate = unname(b), standardError = unname(se), statistic = unname(b / se), p = unname(2 * pnorm(-abs(b / se))),
  low = unname(b - z * se), high = unname(b + z * se), ratio = unname(exp(b)), ratioLow = unname(exp(b - z * se)), ratioHigh = unname(exp(b + z * se))) }
# Firth's penalised likelihood by its definition; some coefficients may be held.
penalised_fit <- function(X, y, b = rep(0, ncol(X)), free = seq_along(b)) {
  for (step in 1:5000) {
    pi <- plogis(drop(X %*% b)); w <- pi * (1 - pi); info <- crossprod(X * w, X); if (rcond(info) < 1e-15) return(list(value = -1e6)); h <- rowSums((X %*% solve(info)) * X) * w
    move <- if (length(free)) solve(crossprod(X[, free, drop = FALSE] * w, X[, free, drop = FALSE]), crossprod(X[, free, drop = FALSE], y - pi + h * (.5 - pi))) else 0
    if (max(abs(move)) < 1e-13) break
    b[free] <- b[free] + drop(move) * min(1, 2 / max(abs(X[, free, drop = FALSE] %*% move)))
  }
  list(b = b, se = sqrt(diag(solve(info))), value = sum(log(ifelse(y == 1, pi, 1 - pi))) + as.numeric(determinant(info)$modulus) / 2, plain = sum(log(ifelse(y == 1, pi, 1 - pi))), fitted = pi)
}
# Both ends of the values whose profile lies less than half a chi-square below its top.
profile_ends <- function(b, se, top, at, level) sapply(c(-1, 1), function(side) { far <- 1; drop_at <- function(v) top - at(v) - qchisq(level, 1) / 2
  while (drop_at(b + side * far * se) < 0) far <- far * 1.5
  uniroot(drop_at, sort(c(b, b + side * far * se)), tol = 1e-13, maxiter = 1e4)$root })
profiles <- function(X, b, se, top, at_of, level) data.frame(t(vapply(seq_along(b), function(j) profile_ends(b[j], se[j], top, at_of(j), level), c(low = 0, high = 0))))
hoslem <- function(y, fitted, g) { f <- signif(fitted, 12); cuts <- unique(signif(quantile(f, (1:(g - 1)) / g, names = FALSE), 12)); group <- findInterval(f, cuts, left.open = TRUE)
  n <- tapply(y, group, length); o <- tapply(y, group, sum); e <- tapply(fitted, group, sum); x <- sum((o - e)^2 / e + (o - e)^2 / (n - e)); if (length(n) > 2) list(chiSquare = x, df = length(n) - 2, p = pchisq(x, length(n) - 2, lower.tail = FALSE), n = length(y)) }
# The first three complete cases, moved; offsets gone.
moved <- function(fit, d) { used <- all.vars(delete.response(terms(fit))); fresh <- d[complete.cases(d[c("y", used)]), , drop = FALSE][1:3, ]; fresh$off <- 0; for (v in used) if (is.numeric(fresh[[v]])) fresh[[v]] <- fresh[[v]] + 1
  list(cases = if (length(used)) lapply(setNames(used, used), function(v) I(if (is.factor(fresh[[v]])) as.character(fresh[[v]]) else fresh[[v]])) else list(), frame = if (length(used)) fresh else fresh[1, ]) }
means <- function(fit, d, level, inverse) { at <- moved(fit, d); p <- suppressWarnings(predict(fit, at$frame, se.fit = TRUE)); z <- qnorm((1 + level) / 2)
  list(cases = at$cases, expected = data.frame(expected = inverse(unname(p$fit)), low = inverse(unname(p$fit - z * p$se.fit)), high = inverse(unname(p$fit + z * p$se.fit)), predictor = unname(p$fit), standardError = unname(p$se.fit))) }
logistic <- suppressWarnings(lapply(names(logistic_sets), function(name) { s <- logistic_sets[[name]]
  formula <- s[[1]]; d <- s[[2]]; level <- .9; separated <- name %in% c("complete", "empty_cell", "quasi")
  fit <- glm(formula, binomial, d, control = control_of(name)); if (name == "aliased") fit <- glm(formula, binomial, within(d, eta <- fit$linear.predictors), etastart = eta, control = control_of(name)) else if (!separated) { b <- coef(fit); fit <- glm(formula, binomial, d, start = b, control = tight) }; kept <- which(!is.na(coef(fit))); X <- model.matrix(fit)[, kept, drop = FALSE]; y <- fit$y; has <- attr(terms(fit), "intercept") == 1
  f <- penalised_fit(X, y); theirs <- suppressWarnings(glm(y ~ 0 + X, binomial, method = brglm2::brglmFit, type = "AS_mean", control = list(epsilon = 1e-13, maxit = 5000))); stopifnot(all.equal(unname(coef(theirs)), unname(f$b), tolerance = 1e-7))
  b <- if (separated) f$b else coef(fit)[kept]; se <- if (separated) f$se else sqrt(diag(vcov(fit)))[kept]; fitted <- if (separated) f$fitted else fitted(fit); l <- if (separated) f$plain else as.numeric(logLik(fit)); n <- length(y); k <- length(b)
  none <- if (has) mean(y) else .5; l0 <- sum(log(ifelse(y == 1, none, 1 - none))); df <- k - has
  chi <- if (separated) 2 * (f$value - penalised_fit(X, y, free = if (has) 1 else integer(0))$value) else 2 * (l - l0)
  at_of <- function(j) if (separated) function(v) penalised_fit(X, y, replace(f$b, j, v), setdiff(seq_along(f$b), j))$value else function(v) { o <- X[, j] * v; sum(log(ifelse(y == 1, p <- if (ncol(X) == 1) plogis(o) else suppressWarnings(glm.fit(X[, -j, drop = FALSE], y, offset = o, family = binomial(), control = tight))$fitted.values, 1 - p))) }
  c(question_of(formula, d), list(outcome = I(d$y), level = level, coefficients = wald(b, se, level), firth = wald(f$b, f$se, level), penalised = f$value,
    expected = c(list(n = n, missing = nrow(d) - n, df = n - k, method = if (separated) "firth" else "maximum-likelihood", logLikelihood = l, nullLogLikelihood = l0, deviance = -2 * l, nullDeviance = -2 * l0, aic = 2 * k - 2 * l, bic = log(n) * k - 2 * l, mcFadden = 1 - l / l0),
      if (df > 0) list(likelihoodRatio = list(chiSquare = chi, df = df, p = pchisq(chi, df, lower.tail = FALSE)))),
    separated = if (name == "complete") I(c("(intercept) minus-infinity", "age plus-infinity")) else if (name == "quasi") I(c("(intercept) minus-infinity", "age plus-infinity")) else if (name == "empty_cell") I("region=west minus-infinity") else list(),
    predicted = if (!separated) means(fit, d, level, plogis), profile = profiles(X, b, se, if (separated) f$value else l, at_of, level), hosmerLemeshow = hoslem(y, fitted, 10), vif = if (!separated && length(attr(terms(fit), "term.labels")) > 1 && has && k == length(coef(fit))) vif_of(fit),
    typeTwo = if (!separated && df > 0 && k == length(coef(fit))) { a <- suppressMessages(car::Anova(fit, type = 2, test = "Wald")); a <- a[rownames(a) != "Residuals", ]; data.frame(df = a$Df, statistic = a$Chisq, p = a[[3]]) }))
}))
names(logistic) <- names(logistic_sets)

counted <- function(d, mean, theta = NULL) within(d, { e <- round(runif(nrow(d), .5, 4), 2); y <- if (is.null(theta)) rpois(nrow(d), mean * e) else rnbinom(nrow(d), mu = mean * e, size = theta) })
count_sets <- list(
  simple = local({ d <- people(60); list(y ~ age, counted(d, exp(.02 * d$age), 1.5)) }), factors = local({ d <- people(104); list(y ~ region + sex, counted(d, c(1, 2, 4)[d$region], 2)) }),
  exposed = local({ d <- people(90); list(y ~ age + region, counted(d, exp(-1 + .03 * d$age), 1), e = TRUE) }), holes = local({ d <- people(80, 6); list(y ~ children * sex, within(counted(d, exp(.2 * d$children), 3), y[3:8] <- NA)) }),
  many_zeros = local({ d <- people(150); list(y ~ age + children, counted(d, .3, .5)) }), large = local({ d <- people(50); list(y ~ age, counted(d, 300, 4)) }), mean_only = local({ d <- people(40); list(y ~ 1, counted(d, 2, 1), e = TRUE) }),
  origin = local({ d <- people(50); list(y ~ 0 + sex + age, counted(d, 3, 2)) }), truly_poisson = local({ d <- people(70); list(y ~ age, counted(d, 3)) }), aliased = local({ d <- people(50); d$twice <- 2 * d$age; list(y ~ age + twice, counted(d, 2, 2)) }))
# glm.nb with its two loops run until neither moves, theta by a tight root of its score.
nb_fit <- function(X, y, off) {
  score <- function(t, mu) sum(digamma(t + y) - digamma(t) + log(t) + 1 - log(t + mu) - (y + t) / (mu + t))
  theta <- suppressWarnings(as.numeric(MASS::theta.ml(y, glm.fit(X, y, offset = off, family = poisson())$fitted.values, limit = 200))); start <- NULL
  for (round in 1:500) { fit <- glm.fit(X, y, offset = off, family = MASS::negative.binomial(theta), start = start, control = tight); start <- fit$coefficients
    new <- exp(uniroot(function(l) score(exp(l), fit$fitted.values), log(theta) + c(-2, 2), tol = 1e-14, maxiter = 1e4)$root); if (abs(new / theta - 1) < 1e-12) break; theta <- new }
  mu <- fit$fitted.values; info <- sum(-trigamma(theta + y) + trigamma(theta) - 1 / theta + 2 / (mu + theta) - (y + theta) / (mu + theta)^2)
  list(fit = fit, theta = theta, error = 1 / sqrt(info), l = sum(dnbinom(y, theta, mu = mu, log = TRUE)), covariance = chol2inv(fit$qr$qr[seq_along(start), seq_along(start), drop = FALSE]))
}
count_of <- function(fit, l, l0, k, parameters, n, has, pearson) { df <- k - has; c(list(n = n, df = n - k, logLikelihood = l, nullLogLikelihood = l0, aic = 2 * parameters - 2 * l, bic = log(n) * parameters - 2 * l, mcFadden = 1 - l / l0, deviance = fit$deviance, nullDeviance = fit$null.deviance,
  dispersion = list(pearsonChiSquare = pearson, ratio = pearson / (n - k), p = pchisq(pearson, n - k, lower.tail = FALSE))), if (df > 0) list(likelihoodRatio = list(chiSquare = 2 * (l - l0), df = df, p = pchisq(2 * (l - l0), df, lower.tail = FALSE)))) }
count <- suppressWarnings(lapply(names(count_sets), function(name) { s <- count_sets[[name]]
  formula <- s[[1]]; d <- s[[2]]; level <- .9; d$off <- if (is.null(s$e)) 0 else log(d$e)
  fit <- glm(formula, poisson, d, offset = off, control = control_of(name)); if (name == "aliased") fit <- glm(formula, poisson, within(d, eta <- fit$linear.predictors), offset = off, etastart = eta, control = control_of(name)) else { b <- coef(fit); fit <- glm(formula, poisson, d, offset = off, start = b, control = tight) }; kept <- which(!is.na(coef(fit))); X <- model.matrix(fit)[, kept, drop = FALSE]; y <- fit$y; n <- length(y); k <- length(kept); has <- attr(terms(fit), "intercept") == 1; off <- if (is.null(fit$offset)) rep(0, n) else fit$offset
  mu0 <- if (has) exp(off) * sum(y) / sum(exp(off)) else exp(off); l0 <- sum(dpois(y, mu0, log = TRUE)); b <- coef(fit)[kept]
  at_of <- function(j) function(v) sum(dpois(y, if (k == 1) exp(off + X[, j] * v) else glm.fit(X[, -j, drop = FALSE], y, offset = off + X[, j] * v, family = poisson(), control = tight)$fitted.values, log = TRUE))
  robust <- lapply(c(HC0 = "HC0", HC3 = "HC3"), function(t) I(unname(sqrt(diag(vcovHC(fit, type = t))))))
  nb <- if (name != "truly_poisson") { m <- nb_fit(X, y, off); family <- MASS::negative.binomial(m$theta)
    if (is.null(s$e)) stopifnot(all.equal(m$theta, suppressWarnings(MASS::glm.nb(formula, d, control = glm.control(1e-13, 200)))$theta, tolerance = 1e-4))
    none <- if (has) glm.fit(matrix(1, n), y, offset = off, family = family, control = tight)$fitted.values else exp(off); m$fit$null.deviance <- sum(family$dev.resids(y, none, rep(1, n))); mu <- m$fit$fitted.values
    nb_at <- function(j) function(v) sum(dnbinom(y, m$theta, mu = if (k == 1) exp(off + X[, j] * v) else glm.fit(X[, -j, drop = FALSE], y, offset = off + X[, j] * v, family = family, control = tight, start = m$fit$coefficients[-j])$fitted.values, log = TRUE)); gain <- 2 * (m$l - as.numeric(logLik(fit)))
    list(coefficients = wald(m$fit$coefficients, sqrt(diag(m$covariance)), level), expected = c(count_of(m$fit, m$l, sum(dnbinom(y, m$theta, mu = none, log = TRUE)), k, k + 1, n, has, sum((y - mu)^2 / (mu + mu^2 / m$theta))),
      list(theta = list(estimate = m$theta, standardError = m$error), againstPoisson = list(chiSquare = gain, p = pchisq(gain, 1, lower.tail = FALSE) / 2))), profile = if (k < 4) profiles(X, m$fit$coefficients, sqrt(diag(m$covariance)), m$l, nb_at, level)) }
  c(question_of(formula, d), list(outcome = I(d$y), exposure = if (!is.null(s$e)) I(d$e), clusters = I(d$cluster), level = level, coefficients = wald(b, sqrt(diag(vcov(fit)))[kept], level), robust = robust, clustered = I(unname(sqrt(diag(vcovCL(fit, d$cluster[as.integer(names(y))], type = "HC1"))))),
    predicted = means(fit, d, level, exp), expected = count_of(fit, as.numeric(logLik(fit)), l0, k, k, n, has, sum(residuals(fit, "pearson")^2)), profile = if (k < 4) profiles(X, b, sqrt(diag(vcov(fit)))[kept], as.numeric(logLik(fit)), at_of, level), negativeBinomial = nb))
}))
names(count) <- names(count_sets)

grades <- c("never", "seldom", "often", "always")
graded <- function(d, eta, cuts = c(-1, .5, 2)) within(d, y <- factor(grades[1 + rowSums(outer(eta + rlogis(nrow(d)), cuts, ">"))], grades))
ordinal_sets <- list(
  simple = local({ d <- people(60); list(y ~ age, graded(d, .05 * (d$age - 35))) }), factors = local({ d <- people(104); list(y ~ region + sex, graded(d, c(0, .8, -.5)[d$region])) }), holes = local({ d <- people(90, 5); list(y ~ age + children + sex, within(graded(d, .2 * d$children), y[4:7] <- NA)) }),
  crossed = local({ d <- people(150); list(y ~ age * sex, graded(d, .03 * (d$age - 35) * (d$sex == "m"))) }), two_levels = local({ d <- people(50); list(y ~ age, graded(d, 0, c(.2, 99, 100))) }), unused_level = local({ d <- people(70); list(y ~ sex, within(graded(d, .4), y[y == "seldom"] <- "never")) }),
  far_off = local({ d <- people(70); d$year <- 2000 + round(rnorm(70, sd = 6)); list(y ~ year, graded(d, .1 * (d$year - 2000))) }), mean_only = local({ d <- people(40); list(y ~ 1, graded(d, 0)) }), rare_level = local({ d <- people(120); list(y ~ age + region, graded(d, .02 * d$age, c(-2, 4.5, 6))) }))
# Brant's test by its definition.
brant <- function(X, y) { k <- nlevels(y); if (k == 2 || ncol(X) == 1) return(NULL); p <- ncol(X) - 1
  fits <- lapply(1:(k - 1), function(m) glm.fit(X, as.numeric(as.integer(y) > m), family = binomial(), control = tight)); pis <- sapply(fits, `[[`, "fitted.values")
  if (any(pis < 1e-6 | pis > 1 - 1e-6)) return(NULL)
  inverse <- lapply(1:(k - 1), function(m) solve(crossprod(X * (pis[, m] * (1 - pis[, m])), X))); V <- matrix(0, p * (k - 1), p * (k - 1)); block <- function(m) (m - 1) * p + 1:p
  for (a in 1:(k - 1)) for (b in a:(k - 1)) { v <- (inverse[[a]] %*% crossprod(X * (pis[, b] - pis[, a] * pis[, b]), X) %*% inverse[[b]])[-1, -1]; V[block(a), block(b)] <- v; V[block(b), block(a)] <- t(v) }
  slopes <- sapply(fits, function(f) f$coefficients[-1]); if (!is.matrix(slopes)) slopes <- matrix(slopes, 1); beta <- as.vector(slopes)
  test <- function(which) { D <- do.call(rbind, lapply(2:(k - 1), function(m) t(sapply(which, function(j) { row <- rep(0, length(beta)); row[j] <- 1; row[(m - 1) * p + j] <- -1; row })))); x <- drop(t(D %*% beta) %*% solve(D %*% V %*% t(D)) %*% (D %*% beta)); list(chiSquare = x, df = nrow(D), p = pchisq(x, nrow(D), lower.tail = FALSE)) }
  c(test(1:p), list(coefficients = lapply(1:p, function(j) c(test(j), list(atThresholds = I(unname(slopes[j, ]))))))) }
ordinal <- suppressWarnings(lapply(names(ordinal_sets), function(name) { s <- ordinal_sets[[name]]; formula <- s[[1]]; d <- s[[2]]; level <- .9; used <- d; used$y <- droplevels(d$y)
  fit <- ordinal::clm(formula, data = used, control = list(gradTol = 1e-12, maxIter = 200L, method = "Newton")); if (nlevels(used$y) > 2) stopifnot(all.equal(as.numeric(logLik(fit)), as.numeric(logLik(MASS::polr(formula, used, control = list(reltol = 1e-14, maxit = 500)))), tolerance = 1e-7))
  n <- fit$n; k <- length(fit$beta); parameters <- k + length(fit$alpha); l <- as.numeric(fit$logLik); y <- model.frame(formula, used)$y; l0 <- sum(table(y) * log(table(y) / n)); se <- sqrt(diag(vcov(fit)))
  at <- seq_along(fit$alpha); t <- wald(fit$alpha, se[at], level)[1:6]
  c(question_of(formula, d), list(outcome = I(as.character(d$y)), levels = grades, level = level, coefficients = if (k) wald(fit$beta, se[-at], level) else list(), thresholds = t,
    expected = c(list(n = n, missing = nrow(d) - n, df = n - parameters, logLikelihood = l, nullLogLikelihood = l0, deviance = -2 * l, aic = 2 * parameters - 2 * l, bic = log(n) * parameters - 2 * l, mcFadden = 1 - l / l0), if (k) list(likelihoodRatio = list(chiSquare = 2 * (l - l0), df = k, p = pchisq(2 * (l - l0), k, lower.tail = FALSE)))),
    proportional = brant(model.matrix(formula, model.frame(formula, used)), y), fitted = I(unname(fit$fitted.values))))
}))
names(ordinal) <- names(ordinal_sets)
write_reference(list(logistic = logistic, count = count, ordinal = ordinal), "regression-generalised")
