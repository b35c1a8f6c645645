/** What the R script does with its recipes; each number under the names it has in the report. */
export const ANALYSIS_LOGIC = `analyses <- utils::read.csv("report-analyses.csv", colClasses = c("character", "character", "character", "numeric", "character"))
analysed <- analyses$basis == "exact"
wanted <- split(analyses[analysed, ], analyses$table[analysed])
found <- new.env()
# The points keep t and r, which are columns too, from being taken for the beginnings of these names.
put <- function(.table, .row, ...) {
  values <- list(...)
  for (column in names(values)) assign(paste(.table, .row, column, sep = ","), unname(values[[column]]), envir = found)
}
estimable <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NULL)

# Scores of respondents; of a list each has the mean of her rows. Two that are equal on paper share a rank.
ids <- raw$respondents$export_id
scores <- lapply(score_recipes, function(s) {
  values <- data[[s$data]][[s$variable]]
  if (s$data != "respondents") values <- as.vector(tapply(values, factor(raw[[s$data]]$export_id, levels = ids), mean, na.rm = TRUE))
  values[is.nan(values)] <- NA
  values[!is.na(values)] <- as.numeric(sprintf("%.8g", values[!is.na(values)]))
  values
})
grouped <- function(g) {
  values <- data$respondents[[g$variable]]
  group <- rep(NA_character_, length(values))
  for (i in seq_along(g$id)) group[!is.na(values) & values >= g$from[i] & values < g$below[i]] <- g$id[i]
  group
}

# Noncentralities under which what was observed is as far out as the level allows.
root <- function(f, low, high) tryCatch(uniroot(f, c(low, high), extendInt = "yes", tol = 1e-12, maxiter = 10000)$root, error = function(e) NA)
from_zero <- function(tail_at, start, tail) {
  at <- function(goal, upper) if ((tail_at(0, upper) - goal) * (if (upper) 1 else -1) >= 0) 0 else
    exp(root(function(z) log(tail_at(exp(z), upper) / goal), log(start) - 2, log(start) + 1))
  c(at(tail, TRUE), at(tail, FALSE))
}
f_limits <- function(ss, df1, df2, level) {
  f <- ss / df1
  from_zero(function(ncp, upper) suppressWarnings(pf(f, df1, df2, ncp = ncp, lower.tail = !upper)), f * df1, (1 - level) / 2)
}
chi_limits <- function(x, df, level) from_zero(function(ncp, upper) suppressWarnings(pchisq(x, df, ncp = ncp, lower.tail = !upper)), x, (1 - level) / 2)
t_limits <- function(t, df) {
  tail <- function(ncp, upper) suppressWarnings(pt(t, df, ncp = ncp, lower.tail = !upper))
  c(root(function(ncp) tail(ncp, TRUE) - 0.025, t - 4, t), root(function(ncp) tail(ncp, FALSE) - 0.025, t, t + 4))
}

spread <- function(table, row, y) {
  y <- y[!is.na(y)]
  n <- length(y)
  put(table, row, n = n, mean = mean(y), standardDeviation = sd(y), median = median(y))
  half <- qt(0.975, n - 1) * sd(y) / sqrt(n)
  put(table, row, meanInterval.low = mean(y) - half, meanInterval.high = mean(y) + half)
}

for (scale in names(scores)) {
  y <- scores[[scale]]
  table <- paste0("group-means-", scale)
  for (by in names(group_recipes)) if (table %in% names(wanted)) {
    group <- grouped(group_recipes[[by]])
    estimable(spread(table, by, y[!is.na(group)]))
    for (id in unique(group_recipes[[by]]$id)) estimable(spread(table, paste(by, id, sep = "-"), y[!is.na(group) & group == id]))
  }
  # Groups of at least five scores, where there are two of them.
  table <- paste0("group-tests-", scale)
  tested <- list()
  for (by in names(group_recipes)) if (table %in% names(wanted)) {
    group <- grouped(group_recipes[[by]])
    kept <- Filter(function(id) sum(group == id & !is.na(y), na.rm = TRUE) >= 5, unique(group_recipes[[by]]$id))
    if (length(kept) < 2) next
    ok <- !is.na(y) & group %in% kept
    v <- y[ok]
    f <- factor(group[ok], levels = kept)
    n <- length(v)
    put(table, by, n = n, groups = length(kept))
    welch <- estimable(oneway.test(v ~ f))
    if (!is.null(welch)) put(table, by, f = welch$statistic, df2 = welch$parameter[2], p = welch$p.value)
    ss <- anova(lm(v ~ f))[["Sum Sq"]]
    ranks <- kruskal.test(v, f)
    limits <- f_limits(ss[1] / ss[2] * (n - length(kept)), length(kept) - 1, n - length(kept), 0.9)
    put(table, by, etaInterval.low = limits[1] / (limits[1] + n), etaInterval.high = limits[2] / (limits[2] + n))
    put(table, by, etaSquared = ss[1] / sum(ss), h = ranks$statistic, ranksP = ranks$p.value, epsilonSquared = ranks$statistic / (n - 1))
    tested[[by]] <- c(if (is.null(welch)) NA else welch$p.value, ranks$p.value)
    if (length(kept) == 2) {
      t <- estimable(t.test(v[f == kept[1]], v[f == kept[2]]))
      if (!is.null(t)) put(paste0("pair-tests-", scale), by, n = n, difference = t$estimate[1] - t$estimate[2], t = t$statistic,
        df = t$parameter, p = t$p.value, differenceInterval.low = t$conf.int[1], differenceInterval.high = t$conf.int[2])
      # Hedges' g with the interval of the noncentral t.
      m <- n - 2
      size <- sqrt(sum(1 / table(f)))
      g <- sqrt((n - 2) / ss[2]) * (mean(v[f == kept[1]]) - mean(v[f == kept[2]]))
      small <- exp(lgamma(m / 2) - log(m / 2) / 2 - lgamma((m - 1) / 2))
      limits <- t_limits(g / size, m)
      put(paste0("pair-tests-", scale), by, g = small * g, gInterval.low = small * size * limits[1], gInterval.high = small * size * limits[2])
    }
  }
  holm <- lapply(1:2, function(i) p.adjust(vapply(tested, "[", numeric(1), i), "holm"))
  for (i in seq_along(tested)) put(table, names(tested)[i], pHolm = holm[[1]][i], ranksHolm = holm[[2]][i])
}

# Means of what was answered, where others were filled in.
for (scale in unique(wanted[["imputed-means"]]$row)) {
  y <- scores[[scale]][!is.na(scores[[scale]])]
  half <- qt(0.975, length(y) - 1) * sd(y) / sqrt(length(y))
  put("imputed-means", scale, completeCases = length(y), complete = mean(y), completeInterval.low = mean(y) - half,
    completeInterval.high = mean(y) + half)
}

correlated <- list()
for (i in seq_along(scores)) for (j in seq_along(scores)) if (i < j) {
  ok <- !is.na(scores[[i]]) & !is.na(scores[[j]])
  r <- estimable(cor.test(scores[[i]], scores[[j]]))
  rho <- estimable(cor.test(scores[[i]], scores[[j]], method = "spearman", exact = FALSE))
  row <- paste(names(scores)[i], names(scores)[j], sep = "--")
  if (sum(ok) < 10 || is.null(r)) next
  put("correlations", row, n = sum(ok), r = r$estimate, rP = r$p.value, rInterval.low = r$conf.int[1], rInterval.high = r$conf.int[2],
    rho = rho$estimate, rhoP = rho$p.value)
  # Bonett and Wright's standard error.
  reach <- qnorm(0.975) * sqrt((1 + rho$estimate^2 / 2) / (sum(ok) - 3))
  put("correlations", row, rhoInterval.low = tanh(atanh(rho$estimate) - reach), rhoInterval.high = tanh(atanh(rho$estimate) + reach))
  correlated[[row]] <- rho$p.value
}
holm <- if (length(correlated) > 0) p.adjust(unlist(correlated), "holm")
for (row in names(holm)) put("correlations", row, rhoHolm = holm[[row]])

# Items as points, complete cases.
points_of <- function(data_file, items, keep) {
  items <- lapply(names(items), function(name) recode(data[[data_file]][[name]], items[[name]]))
  x <- do.call(cbind, items)[keep, , drop = FALSE]
  x[stats::complete.cases(x), , drop = FALSE]
}
alpha_of <- function(v) ncol(v) / (ncol(v) - 1) * (1 - sum(diag(v)) / sum(v))
for (scale in names(score_recipes)) {
  s <- score_recipes[[scale]]
  table <- paste0("reliability-", scale)
  d <- data[[s$data]]
  language <- data$respondents$language[match(raw[[s$data]]$export_id, ids)]
  g <- group_recipes$language
  # All cases by every way of scoring, parts of them by the first.
  first <- names(s$scorings)[1]
  all_cases <- lapply(s$scorings, function(scoring) rep(TRUE, nrow(d)))
  keeps <- c(all_cases, stats::setNames(lapply(seq_along(g$id), function(i) language == g$from[i]), if (length(g$id) > 0) paste0("language-", g$id)))
  if (s$data != "respondents") keeps$first <- d$row == 1
  for (row in names(keeps)) if (table %in% names(wanted)) {
    scoring <- s$scorings[[if (row %in% names(s$scorings)) row else first]]
    x <- points_of(s$data, scoring$items, keeps[[row]])
    n <- nrow(x)
    k <- ncol(x)
    if (n < 2) next
    v <- cov(x)
    alpha <- alpha_of(v)
    r <- suppressWarnings(cor(x))
    mean_r <- mean(r[lower.tri(r)])
    put(table, row, n = n, alpha = alpha, standardised = k * mean_r / (1 + (k - 1) * mean_r), averageCorrelation = mean_r,
      lambda2 = 1 - sum(diag(v)) / sum(v) + sqrt(k / (k - 1) * (sum(v^2) - sum(diag(v)^2))) / sum(v),
      alphaInterval.low = 1 - (1 - alpha) * qf(0.975, n - 1, (n - 1) * (k - 1)),
      alphaInterval.high = 1 - (1 - alpha) * qf(0.025, n - 1, (n - 1) * (k - 1)),
      measurementError = sqrt(sum(v) * (1 - alpha)) * scoring$points_per_sum)
    if (row == first) for (i in seq_len(k)) {
      rest <- rowSums(x[, -i, drop = FALSE])
      put(paste0("item-analysis-", scale), names(scoring$items)[i], itemRest = suppressWarnings(cor(x[, i], rest)),
        alphaIfDropped = alpha_of(v[-i, -i]))
    }
  }
}

# Coefficients stand in the order of the report's rows.
put_coefficients <- function(table, columns) {
  rows <- unique(wanted[[table]]$row)
  for (column in names(columns)) for (i in seq_along(rows)) {
    value <- columns[[column]][i]
    if (!is.na(value)) do.call(put, c(list(table, rows[i]), stats::setNames(list(value), column)))
  }
}
# Fox and Monette's, for each coefficient of a term.
inflation <- function(fit) {
  r <- cov2cor(vcov(fit)[-1, -1, drop = FALSE])
  term <- attr(model.matrix(fit), "assign")[-1]
  if (length(unique(term)) < 2) return(NA)
  one <- function(own) det(r[own, own, drop = FALSE]) * det(r[!own, !own, drop = FALSE]) / det(r)
  c(NA, vapply(term, function(t) one(term == t), numeric(1)))
}
precise <- stats::glm.control(epsilon = 1e-14, maxit = 200)
model_frames <- list()
for (id in names(model_recipes)) {
  m <- model_recipes[[id]]
  frame <- data.frame(outcome = scores[[m$outcome]])
  for (name in names(m$predictors)) {
    p <- m$predictors[[name]]
    frame[[make.names(name)]] <- if (!is.null(p$score)) scores[[p$score]]
      else if (!is.null(p$number)) data$respondents[[p$number]]
      else factor(grouped(p$groups), levels = unique(p$groups$id))
  }
  # How much of each variable a model lacks.
  lacking <- colSums(is.na(frame))
  for (i in seq_along(lacking)) put("imputed-variables", c(m$outcome, names(m$predictors))[i], missing = lacking[i],
    percent = 100 * lacking[i] / nrow(frame))
  frame <- frame[stats::complete.cases(frame), ]
  model_frames[[id]] <- frame
  fit_table <- paste0("model-fit-", id)
  table <- paste0("linear-model-", id)
  if (table %in% names(wanted)) {
    fit <- lm(outcome ~ ., frame)
    x <- model.matrix(fit)
    bread <- summary(fit)$cov.unscaled
    se <- sqrt(diag(bread %*% crossprod(x * residuals(fit) / (1 - hatvalues(fit))) %*% bread))
    b <- coef(fit)
    df <- fit$df.residual
    put_coefficients(table, list(estimate = b, standardError = se, t = b / se, p = 2 * pt(-abs(b / se), df),
      interval.low = b - qt(0.975, df) * se, interval.high = b + qt(0.975, df) * se,
      beta = c(NA, (b * apply(x, 2, sd) / sd(frame$outcome))[-1]), vif = inflation(fit)))
    # Breusch and Pagan's test as Koenker studentised it.
    squares <- residuals(fit)^2
    put(fit_table, "linear", unequal = pchisq(nrow(x) * summary(lm(squares ~ x[, -1]))$r.squared, ncol(x) - 1, lower.tail = FALSE))
    whole <- summary(fit)
    f <- whole$fstatistic
    put(fit_table, "linear", n = nrow(x), parameters = length(b), explained = whole$r.squared, adjusted = whole$adj.r.squared,
      aic = AIC(fit), p = pf(f[1], f[2], f[3], lower.tail = FALSE))
  }
  by_likelihood <- function(table, row, fit, ratio) {
    # Against the model without predictors; counts scatter there as they do here.
    null <- if (inherits(fit, "negbin")) glm(outcome ~ 1, MASS::negative.binomial(fit$theta), frame, control = precise) else update(fit, . ~ 1)
    gain <- as.numeric(2 * (logLik(fit) - logLik(null)))
    s <- summary(fit)$coefficients
    reach <- qnorm(0.975) * s[, 2]
    interval <- if (ratio == "ratio") "ratioInterval" else "interval"
    put_coefficients(table, c(stats::setNames(list(exp(s[, 1]), exp(s[, 1] - reach), exp(s[, 1] + reach)), c(ratio, paste0(interval, ".low"), paste0(interval, ".high"))),
      list(vif = inflation(fit), estimate = s[, 1], standardError = s[, 2], z = s[, 3], p = s[, 4])))
    put(fit_table, row, n = nrow(frame), parameters = nrow(s), aic = AIC(fit),
      explained = 1 - as.numeric(logLik(fit)) / as.numeric(logLik(null)), p = pchisq(gain, nrow(s) - 1, lower.tail = FALSE))
  }
  table <- paste0("count-model-", id)
  if (table %in% names(wanted)) {
    fit <- if (m$is_negative_binomial) MASS::glm.nb(outcome ~ ., frame, control = precise) else glm(outcome ~ ., poisson, frame, control = precise)
    by_likelihood(table, "count", fit, "ratio")
    put(fit_table, "count", dispersion = sum(residuals(fit, "pearson")^2) / fit$df.residual)
  }
  table <- paste0("logistic-model-", id)
  if (table %in% names(wanted)) {
    fit <- glm(outcome >= m$cut ~ ., binomial, frame, control = precise)
    by_likelihood(table, "logistic", fit, "oddsRatio")
  }
}
`;
