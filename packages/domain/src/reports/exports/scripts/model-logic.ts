/** What the R script does with pairs of answers, and with the models beyond their coefficients: block by block, and their checks. */
export const MODEL_LOGIC = `# Which answers to one question come together: each pair as a table of two by two.
for (table in names(pair_recipes)) if (table %in% names(wanted)) {
  cells <- vapply(pair_recipes[[table]], function(name) raw$respondents[[name]], character(nrow(raw$respondents)))
  ticked <- cells[!startsWith(cells[, 1], "."), , drop = FALSE] == "1"
  n <- nrow(ticked)
  rows <- unique(wanted[[table]]$row)
  exact <- vapply(rows, function(row) {
    pair <- strsplit(row, "--", fixed = TRUE)[[1]]
    a <- ticked[, pair[1]]
    b <- ticked[, pair[2]]
    expected <- sum(a) * sum(b) / n
    p <- fisher.test(base::table(a, b))$p.value
    put(table, row, count = sum(a & b), percent = 100 * mean(a & b), expected = expected, lift = sum(a & b) / expected, phi = cor(a, b), p = p)
    p
  }, numeric(1))
  holm <- p.adjust(exact, "holm")
  for (row in rows) put(table, row, pHolm = holm[[row]])
}

# Both tails of Durbin and Watson's statistic, twice the smaller one: by J. P. Imhof's integral (1961) below 100 cases, else
# by its first two moments.
watson_p <- function(x, d) {
  n <- nrow(x)
  k <- ncol(x)
  second <- function(q) {
    step <- diff(q)
    rbind(-step[1, ], -diff(step), step[n - 1, ])
  }
  if (n >= 100) {
    q <- qr.Q(qr(x))
    own <- crossprod(q, second(q))
    first <- 2 * (n - 1) - sum(diag(own))
    squares <- 2 * (3 * n - 4) - 2 * sum(second(q)^2) + sum(own^2)
    centre <- first / (n - k)
    z <- (d - centre) / sqrt(2 / ((n - k) * (n - k + 2)) * (squares - first * centre))
    return(2 * pnorm(-abs(z)))
  }
  rest <- qr.Q(qr(x), complete = TRUE)[, -seq_len(k), drop = FALSE]
  weight <- eigen(crossprod(rest, second(rest)), TRUE, TRUE)$values - d
  wave <- function(u) vapply(u, function(one) sin(sum(atan(weight * one)) / 2) / (one * exp(sum(log1p((weight * one)^2)) / 4)), numeric(1))
  above <- 0.5 + integrate(wave, 0, Inf, rel.tol = 1e-10, subdivisions = 5000)$value / pi
  2 * min(above, 1 - above)
}

for (id in names(model_frames)) {
  m <- model_recipes[[id]]
  frame <- model_frames[[id]]
  block_of <- vapply(m$predictors, function(p) p$block, character(1))
  blocks <- intersect(c("background", "life", "wellbeing"), block_of)
  # The predictors of a block and of all before it, over the same cases.
  upto <- function(i) frame[c("outcome", make.names(names(m$predictors))[block_of %in% blocks[seq_len(i)]])]
  fits <- function(fit) lapply(0:length(blocks), function(i) if (i == 0) fit(outcome ~ 1, frame) else fit(outcome ~ ., upto(i)))

  table <- paste0("linear-blocks-", id)
  if (table %in% names(wanted)) {
    steps <- fits(lm)
    shares <- vapply(steps, function(fit) summary(fit)$r.squared, numeric(1))
    for (i in seq_along(blocks)) {
      test <- anova(steps[[i]], steps[[i + 1]])
      put(table, blocks[i], n = nrow(frame), explained = shares[i + 1], change = shares[i + 1] - shares[i], f = test$F[2],
        df1 = test$Df[2], df2 = test$Res.Df[2], p = test[["Pr(>F)"]][2])
    }
  }

  table <- paste0("count-blocks-", id)
  if (table %in% names(wanted)) {
    steps <- fits(function(formula, d) if (m$is_negative_binomial) estimable(MASS::glm.nb(formula, d, control = precise))
      else glm(formula, poisson, d, control = precise))
    for (i in seq_along(blocks)) {
      fit <- steps[[i + 1]]
      # Counts scatter without predictors as they do with them.
      null <- if (m$is_negative_binomial) glm(outcome ~ 1, MASS::negative.binomial(fit$theta), frame, control = precise) else steps[[1]]
      fall <- as.numeric(2 * (logLik(fit) - logLik(steps[[i]])))
      df <- length(coef(fit)) - length(coef(steps[[i]]))
      put(table, blocks[i], n = nrow(frame), explained = 1 - as.numeric(logLik(fit)) / as.numeric(logLik(null)), deviance = fall, df = df,
        p = pchisq(fall, df, lower.tail = FALSE))
    }
  }

  table <- paste0("model-checks-", id)
  if (table %in% names(wanted)) {
    fit <- lm(outcome ~ ., frame)
    n <- nrow(frame)
    distance <- cooks.distance(fit)
    # Neighbours are those who are expected to score alike; equal on paper is equal.
    sorted <- lm(outcome ~ ., frame[order(as.numeric(sprintf("%.8g", fitted(fit))), frame$outcome), ])
    e <- residuals(sorted)
    d <- sum(diff(e)^2) / sum(e^2)
    put(table, "linear", n = n, cook = max(distance), look = 4 / n, beyond = sum(distance > 4 / n), durbinWatson = d,
      p = watson_p(model.matrix(sorted), d))
  }
}
`;
