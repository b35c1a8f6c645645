/** What the R script does with the items of scales beyond sums: factors, ordered answers, languages, families, places. */
export const SCALE_LOGIC = `# Items as points, those without an answer kept.
answers_of <- function(data_file, items) {
  points <- lapply(names(items), function(name) recode(data[[data_file]][[name]], items[[name]]))
  do.call(cbind, stats::setNames(points, names(items)))
}

# One factor by maximum likelihood; where a uniqueness would be 0 or less, factanal stops and the search goes on without bounds.
one_factor <- function(x) {
  k <- ncol(x)
  r <- suppressWarnings(cor(x))
  if (k < 3 || anyNA(r)) return(NULL)
  inside <- estimable(factanal(covmat = r, factors = 1, n.obs = nrow(x), control = list(nstart = 3, lower = 1e-6,
    opt = list(factr = 1, pgtol = 0, maxit = 5000))))
  if (!is.null(inside) && min(inside$uniquenesses) > 1e-5) return(list(loadings = inside$loadings[, 1], uniquenesses = inside$uniquenesses))
  at <- function(p) list(l = p[1:k], u = p[k + 1:k], sigma = tcrossprod(p[1:k]) + diag(p[k + 1:k]))
  far <- function(p) {
    m <- at(p)
    if (min(eigen(m$sigma, TRUE, TRUE)$values) <= 1e-10) return(1e10)
    as.numeric(determinant(m$sigma)$modulus) + sum(diag(solve(m$sigma, r)))
  }
  slope <- function(p) {
    m <- at(p)
    inverse <- solve(m$sigma)
    g <- inverse %*% (m$sigma - r) %*% inverse
    c(2 * g %*% m$l, diag(g))
  }
  start <- if (is.null(inside)) c(rep(0.5, k), rep(0.75, k)) else c(inside$loadings[, 1], pmax(inside$uniquenesses, 0.01))
  for (round in 1:5) {
    found <- estimable(optim(start, far, slope, method = "BFGS", control = list(maxit = 5000, reltol = 1e-16)))
    if (is.null(found)) return(NULL)
    start <- found$par
  }
  list(loadings = start[1:k], uniquenesses = start[k + 1:k])
}
omega_of <- function(x, fit) {
  # With divisor n, as likelihood has it; the ratio does not mind.
  s <- apply(x, 2, sd)
  common <- sum(fit$loadings * s)^2
  common / (common + sum(fit$uniquenesses * s^2))
}
put_fit <- function(table, row, x, fit) {
  n <- nrow(x)
  k <- ncol(x)
  r <- cor(x)
  sigma <- tcrossprod(fit$loadings) + diag(fit$uniquenesses)
  chi <- n * (as.numeric(determinant(sigma)$modulus) + sum(diag(solve(sigma, r))) - as.numeric(determinant(r)$modulus) - k)
  df <- k * (k - 3) / 2
  base <- -n * as.numeric(determinant(r)$modulus)
  base_df <- k * (k - 1) / 2
  limits <- chi_limits(chi, df, 0.9)
  most <- max(chi - df, base - base_df, 0)
  put(table, row, n = n, chiSquare = chi, df = df, p = pchisq(chi, df, lower.tail = FALSE),
    cfi = if (most == 0) 1 else 1 - max(0, chi - df) / most, tli = (base / base_df - chi / df) / (base / base_df - 1),
    rmsea = sqrt(max(0, chi - df) / (n * df)), rmseaInterval.low = sqrt(limits[1] / (n * df)), rmseaInterval.high = sqrt(limits[2] / (n * df)),
    srmr = sqrt(sum((r - sigma)[lower.tri(r, diag = TRUE)]^2) / (k * (k + 1) / 2)))
}

# The bivariate normal distribution along its correlation, by Gauss and Legendre's rule (Z. Drezner, G. Wesolowsky 1990).
nodes <- local({
  b <- seq_len(79) / sqrt(4 * seq_len(79)^2 - 1)
  j <- matrix(0, 80, 80)
  j[cbind(1:79, 2:80)] <- b
  e <- eigen(j + t(j), symmetric = TRUE)
  list(at = (e$values + 1) / 2, weight = e$vectors[1, ]^2)
})
both_below <- function(h, k, rho) {
  h <- pmax(-9, pmin(9, h))
  k <- pmax(-9, pmin(9, k))
  angle <- asin(rho) * nodes$at
  inner <- vapply(seq_along(h), function(i) sum(nodes$weight * exp(-(h[i]^2 + k[i]^2 - 2 * h[i] * k[i] * sin(angle)) / (2 * cos(angle)^2))), numeric(1))
  pnorm(h) * pnorm(k) + asin(rho) * inner / (2 * pi)
}
polychoric <- function(a, b) {
  counts <- table(a, b)
  cuts <- function(totals) c(-Inf, qnorm(cumsum(totals)[-length(totals)] / sum(totals)), Inf)
  h <- cuts(rowSums(counts))
  k <- cuts(colSums(counts))
  likelihood <- function(z) {
    below <- matrix(both_below(rep(h, length(k)), rep(k, each = length(h)), tanh(z)), length(h))
    cells <- diff(t(diff(below)))
    sum(t(counts) * log(pmax(cells, 1e-300)))
  }
  # Uphill from the correlation of the places: far out, small probabilities drown in rounding.
  step <- 0.05
  z <- atanh(0.99 * cor(match(a, sort(unique(a))), match(b, sort(unique(b))), use = "complete.obs"))
  way <- if (likelihood(z + step) > likelihood(z)) step else -step
  while (abs(z) < 5 && likelihood(z + way) > likelihood(z)) z <- z + way
  tanh(optimize(likelihood, c(z - step, z + step), maximum = TRUE, tol = 1e-10)$maximum)
}

# The answer by the rest, by language too, and by both together (B. D. Zumbo 1999).
equivalence <- function(table, x, language, levels) {
  by_item <- lapply(stats::setNames(colnames(x), colnames(x)), function(name) {
    rest <- rowSums(x[, colnames(x) != name, drop = FALSE])
    ok <- !is.na(rest) & !is.na(x[, name]) & language %in% levels
    d <- data.frame(y = factor(x[ok, name]), rest = as.vector(base::scale(rest[ok])), language = factor(language[ok], levels))
    fits <- lapply(list(y ~ 1, y ~ rest, y ~ rest + language, y ~ rest * language), function(f) estimable({
      cuts <- qlogis(cumsum(prop.table(base::table(d$y))))[-nlevels(d$y)]
      if (nlevels(d$y) == 2) glm(f, binomial, d, control = precise)
      else MASS::polr(f, d, start = c(rep(0, ncol(model.matrix(f, d)) - 1), cuts), Hess = TRUE, control = list(reltol = 1e-15, maxit = 5000))
    }))
    likely <- vapply(fits, function(fit) if (is.null(fit)) NA_real_ else as.numeric(logLik(fit)), numeric(1))
    put(table, name, n = sum(ok))
    shift <- paste0("language", levels[2])
    if (!is.null(fits[[3]])) {
      b <- coef(fits[[3]])[[shift]]
      reach <- qnorm(0.975) * sqrt(vcov(fits[[3]])[shift, shift])
      put(table, name, oddsRatio = exp(b), interval.low = exp(b - reach), interval.high = exp(b + reach))
    }
    gain <- (1 - exp(2 * (likely[1] - likely[2:4]) / sum(ok))) / (1 - exp(2 * likely[1] / sum(ok)))
    list(p = pchisq(pmax(0, 2 * diff(likely[2:4])), 1, lower.tail = FALSE), gain = diff(gain))
  })
  # Only statements that the report could fit share in the adjustment.
  for (step in 1:2) {
    column <- c("uniform", "nonUniform")[step]
    fitted <- wanted[[table]]$row[wanted[[table]]$column == column]
    adjusted <- p.adjust(vapply(by_item[fitted], function(one) one$p[step], numeric(1)), "BH")
    for (name in fitted) do.call(put, c(list(table, name), stats::setNames(list(adjusted[[name]], by_item[[name]]$gain[step]), c(column, paste0(column, "Gain")))))
  }
}

# Of each family several rows: the mean, its error and the likeness of rows.
clustered <- function(y, family) {
  ok <- !is.na(y)
  y <- y[ok]
  f <- factor(family[ok])
  n <- length(y)
  k <- nlevels(f)
  se <- sqrt(k / (k - 1) * sum(tapply(y - mean(y), f, sum)^2)) / n
  list(y = y, f = f, n = n, k = k, mean = mean(y), se = se, p = 2 * pt(-abs(mean(y) / se), k - 1))
}
put_clusters <- function(table, row, y, family) {
  m <- clustered(y, family)
  ms <- anova(lm(m$y ~ m$f))[["Mean Sq"]]
  size <- (m$n - sum(base::table(m$f)^2) / m$n) / (m$k - 1)
  icc <- function(f) (f - 1) / (f + size - 1)
  f <- ms[1] / ms[2]
  effect <- m$se^2 / (var(m$y) / m$n)
  half <- qt(0.975, m$k - 1) * m$se
  put(table, row, n = m$n, respondents = m$k, icc = icc(f), iccInterval.low = icc(f / qf(0.975, m$k - 1, m$n - m$k)),
    iccInterval.high = icc(f * qf(0.975, m$n - m$k, m$k - 1)), designEffect = effect, effectiveN = m$n / effect, mean = m$mean,
    standardError = m$se, meanInterval.low = m$mean - half, meanInterval.high = m$mean + half)
}

# Shares of unfavourable answers, and the places they may have: every pair by McNemar's exact test, within families by their means.
put_places <- function(table, x, s, family) {
  middle <- vapply(s$items, function(points) mean(range(as.numeric(sub(".*=", "", strsplit(points, ";")[[1]])))), numeric(1))
  low <- sweep(x, 2, middle, if (s$is_higher_better) "<" else ">")
  low <- low[, colSums(!is.na(low)) > 0, drop = FALSE]
  k <- ncol(low)
  count <- colSums(low, na.rm = TRUE)
  n <- colSums(!is.na(low))
  share <- 100 * count / n
  p <- matrix(NA_real_, k, k)
  for (i in seq_len(k)) for (j in seq_len(k)) if (i < j) {
    difference <- low[, i] - low[, j]
    apart <- c(sum(difference == 1, na.rm = TRUE), sum(difference == -1, na.rm = TRUE))
    p[i, j] <- if (sum(apart) == 0) NA else if (is.null(family)) binom.test(apart[1], sum(apart))$p.value
      else clustered(difference, family)$p
    p[j, i] <- p[i, j]
  }
  for (i in seq_len(k)) {
    others <- setdiff(seq_len(k), i)
    apart <- others[which(p.adjust(p[i, others], "holm") <= 0.05)]
    limits <- wilson(count[i], n[i])
    put(table, colnames(low)[i], n = n[i], count = count[i], percent = share[i], interval.low = limits[1], interval.high = limits[2],
      rank = 1 + sum(share > share[i]), ranks.low = 1 + sum(share[apart] > share[i]), ranks.high = k - sum(share[apart] < share[i]))
  }
}

wilson <- function(k, n) {
  z <- qnorm(0.975)
  100 * ((k + z^2 / 2) + c(-1, 1) * z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
}

# Little's test of answers missing completely at random, on moments by expectation and maximisation (R. J. A. Little 1988).
moments <- function(x) {
  n <- nrow(x)
  mu <- colMeans(x, na.rm = TRUE)
  sigma <- diag(apply(x, 2, function(v) mean((v - mean(v, na.rm = TRUE))^2, na.rm = TRUE)), ncol(x))
  for (round in seq_len(20000)) {
    filled <- x
    extra <- 0 * sigma
    for (i in which(rowSums(is.na(x)) > 0)) {
      m <- is.na(x[i, ])
      b <- sigma[m, !m, drop = FALSE] %*% solve(sigma[!m, !m, drop = FALSE])
      filled[i, m] <- mu[m] + b %*% (x[i, !m] - mu[!m])
      extra[m, m] <- extra[m, m] + sigma[m, m] - b %*% sigma[!m, m, drop = FALSE]
    }
    after <- colMeans(filled)
    spread <- (crossprod(sweep(filled, 2, after)) + extra) / n
    step <- max(abs(after - mu) / sqrt(diag(spread)), abs(spread - sigma) / sqrt(outer(diag(spread), diag(spread))))
    mu <- after
    sigma <- spread
    if (step < 1e-13) break
  }
  list(mu = mu, sigma = sigma)
}
put_missing <- function(row, x) {
  x <- x[rowSums(!is.na(x)) > 0, , drop = FALSE]
  fit <- moments(x)
  chi <- 0
  df <- -ncol(x)
  patterns <- split(seq_len(nrow(x)), apply(is.na(x), 1, paste, collapse = ""))
  for (rows in patterns) {
    here <- !is.na(x[rows[1], ])
    gap <- colMeans(x[rows, here, drop = FALSE]) - fit$mu[here]
    chi <- chi + length(rows) * drop(gap %*% solve(fit$sigma[here, here, drop = FALSE], gap))
    df <- df + sum(here)
  }
  put("missing-by-chance", row, n = nrow(x), patterns = length(patterns), chiSquare = chi, df = df, p = pchisq(chi, df, lower.tail = FALSE))
}

# Which items were left out together; places are counted from 0, and what is not named shares one row.
put_patterns <- function(table, x) {
  left_out <- apply(is.na(x), 1, function(gone) paste(which(gone) - 1, collapse = "-"))
  rows <- setdiff(unique(wanted[[table]]$row), c("others", "total"))
  of_row <- ifelse(left_out == "", "missing-none", paste0("missing-", left_out))
  put_part <- function(row, k) put(table, row, count = k, percent = 100 * k / length(of_row))
  for (row in rows) {
    put_part(row, sum(of_row == row))
    put(table, row, items = if (row == "missing-none") 0 else length(strsplit(row, "-")[[1]]) - 1)
  }
  put_part("others", sum(!(of_row %in% rows)))
  put_part("total", length(of_row))
}

for (scale in names(score_recipes)) {
  s <- score_recipes[[scale]]
  first <- s$scorings[[1]]
  patterns <- paste0("missing-patterns-", scale)
  if (patterns %in% names(wanted)) put_patterns(patterns, answers_of(s$data, first$items))
  way <- names(s$scorings)[1]
  form <- sub(paste0("-", way, "$"), "", scale)
  for (each in names(s$scorings)) for (row in unique(wanted[[paste("scores", form, each, sep = "-")]]$row)) {
    own <- answers_of(s$data, s$scorings[[each]]$items)
    if (row != "all") own <- own[data[[s$data]]$row == match(row, c("first", "second")), , drop = FALSE]
    own <- own[stats::complete.cases(own), , drop = FALSE]
    put(paste("scores", form, each, sep = "-"), row, alpha = alpha_of(cov(own)), alphaCases = nrow(own))
  }
  d <- data[[s$data]]
  is_list <- s$data != "respondents"
  family <- raw[[s$data]]$export_id
  x <- answers_of(s$data, first$items)
  language <- data$respondents$language[match(family, ids)]
  g <- group_recipes$language
  told <- if (length(g$id) > 0) g$id[match(language, g$from)] else rep(NA_character_, length(language))
  table <- paste0("low-", scale)
  if (table %in% names(wanted)) put_places(table, x, first, if (is_list) family)
  if (any(wanted[["missing-by-chance"]]$row == scale)) put_missing(scale, x)

  table <- paste0("reliability-", scale)
  if (!(table %in% names(wanted))) next
  keeps <- c(if (length(g$id) > 0) stats::setNames(lapply(g$id, function(id) told %in% id), paste0("language-", g$id)),
    if (is_list) list(first = d$row == 1))
  for (row in unique(wanted[[table]]$row)) {
    scoring <- if (row %in% names(s$scorings)) s$scorings[[row]] else first
    all_rows <- answers_of(s$data, scoring$items)
    own <- if (row %in% names(s$scorings)) all_rows else all_rows[keeps[[row]], , drop = FALSE]
    whole <- own[stats::complete.cases(own), , drop = FALSE]
    fit <- one_factor(whole)
    if (!is.null(fit)) put(table, row, omega = omega_of(whole, fit))
    if (any(wanted[[table]]$row == row & wanted[[table]]$column == "ordinalAlpha")) {
      k <- ncol(own)
      rho <- unlist(lapply(seq_len(k)[-1], function(i) vapply(seq_len(i - 1), function(j) polychoric(own[, i], own[, j]), numeric(1))))
      put(table, row, ordinalAlpha = k * mean(rho) / (1 + (k - 1) * mean(rho)))
    }
    if (row != way) next
    for (i in seq_len(ncol(own))) {
      given <- own[!is.na(own[, i]), i]
      ends <- range(as.numeric(sub(".*=", "", strsplit(scoring$items[[i]], ";")[[1]])))
      put(paste0("item-analysis-", scale), names(scoring$items)[i], n = length(given), floor = 100 * mean(given == ends[1]),
        ceiling = 100 * mean(given == ends[2]), skewness = mean((given - mean(given))^3) / sd(given)^3)
      if (!is.null(fit)) put(paste0("item-analysis-", scale), names(scoring$items)[i], loading = fit$loadings[i] * sign(sum(fit$loadings)))
    }
    if (!is.null(fit) && paste0("one-factor-", scale) %in% names(wanted)) put_fit(paste0("one-factor-", scale), row, whole, fit)
    left <- paste0("residuals-", scale)
    if (!is.null(fit)) for (pair in unique(wanted[[left]]$row)) {
      at <- match(strsplit(pair, "--", fixed = TRUE)[[1]], colnames(whole))
      observed <- cor(whole[, at[1]], whole[, at[2]])
      implied <- prod(fit$loadings[at])
      put(left, pair, observed = observed, implied = implied, residual = observed - implied)
    }
  }

  table <- paste0("equivalence-", scale)
  if (table %in% names(wanted)) {
    alone <- if (is_list) d$row == 1 else rep(TRUE, nrow(d))
    equivalence(table, x[alone, , drop = FALSE], told[alone], s$languages)
  }
  table <- paste0("clustering-", scale)
  if (table %in% names(wanted)) put_clusters(table, way, d[[s$variable]], family)
}
`;
