# What the report says about the synthetic answers of 2022, worked out by R and its packages:
#   Rscript packages/domain/src/reports/published-2022/analysis.R > .../published-2022/analysis-in-r.json
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
data <- function(name) read.csv(file.path(here, "../../../../server/src/demo/synthetic-2022", paste0(name, ".csv")), na.strings = "")
women <- data("women"); children <- data("children")
w <- women[grep("^w[0-9]{2}_", names(women))]
g <- women[grep("^g[0-9]{2}$", names(women))] > 1
cc <- children[grep("^c[0-9]_", names(children))]

# Means of the answers given, where enough are (14 of 18, 7 of 9); the screener is a sum.
enough <- function(items, least) ifelse(rowSums(!is.na(items)) >= least, rowMeans(items, na.rm = TRUE), NA)
women$scale <- enough(w, 14); women$ghq <- rowSums(g); children$scale <- enough(cc, 7)
women$child <- as.vector(tapply(children$scale, factor(children$mother_id, levels = women$id), mean, na.rm = TRUE))
# Scores that are equal on paper must share a rank.
women[c("scale", "child")] <- lapply(women[c("scale", "child")], signif, 8)

reliability <- function(items) {
  x <- as.data.frame(na.omit(items)) + 0
  a <- suppressWarnings(psych::alpha(x, warnings = FALSE)); feldt <- psych::alpha.ci(a$total$raw_alpha, nrow(x), ncol(x))
  fit <- lavaan::cfa(paste("f =~", paste(names(x), collapse = " + ")), x, std.lv = TRUE)
  loadings <- lavaan::lavInspect(fit, "est"); common <- sum(loadings$lambda)^2
  m <- lavaan::fitMeasures(fit, c("chisq", "df", "pvalue", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr"))
  list(n = nrow(x), alpha = a$total$raw_alpha, low = feldt$lower.ci, high = feldt$upper.ci, standardised = a$total$std.alpha,
    omega = common / (common + sum(diag(loadings$theta))), lambda2 = local({ v <- cov(x); k <- ncol(x); 1 - sum(diag(v)) / sum(v) + sqrt(k / (k - 1) * (sum(v^2) - sum(diag(v)^2))) / sum(v) }), averageCorrelation = a$total$average_r,
    itemRest = unname(a$item.stats$r.drop), alphaIfDropped = a$alpha.drop$raw_alpha,
    loadings = unname(lavaan::standardizedSolution(fit)$est.std[seq_along(x)]), fit = unname(m))
}

correlation <- function(x, y) {
  ok <- !is.na(x) & !is.na(y); p <- cor.test(x, y)
  s <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE))
  list(n = sum(ok), r = unname(p$estimate), rLow = p$conf.int[1], rHigh = p$conf.int[2], rP = p$p.value, rho = unname(s$estimate), rhoP = s$p.value)
}
pairs <- list(correlation(women$scale, women$child), correlation(women$scale, women$ghq), correlation(women$child, women$ghq))
holm <- p.adjust(sapply(pairs, `[[`, "rhoP"), "holm")

# Groups of at least five scores.
compare <- function(score, by) {
  kept <- names(which(table(by[!is.na(score)]) >= 5)); ok <- !is.na(score) & by %in% kept; y <- score[ok]; f <- factor(by[ok])
  welch <- oneway.test(y ~ f); k <- kruskal.test(y, f); m <- anova(lm(y ~ f))[["Sum Sq"]]
  list(n = sum(ok), groups = nlevels(f), f = unname(welch$statistic), df2 = unname(welch$parameter[2]), p = welch$p.value,
    etaSquared = m[1] / sum(m), h = unname(k$statistic), ranksP = k$p.value)
}
by <- c("marital", "residency", "education", "housing")
groups <- lapply(setNames(by, by), function(name) compare(women$scale, women[[name]]))
language <- t.test(women$ghq[women$language == "kk"], women$ghq[women$language == "ru"])
g_language <- effectsize::hedges_g(women$ghq[women$language == "kk"], women$ghq[women$language == "ru"])

fit <- lm(scale ~ 1, children); v <- sandwich::vcovCL(fit, cluster = children$mother_id[!is.na(children$scale)], type = "HC0", cadjust = TRUE)[1, 1]
clustered <- local({
  d <- na.omit(children[c("scale", "mother_id")]); f <- factor(d$mother_id); ms <- anova(lm(d$scale ~ f))[["Mean Sq"]]; n <- nrow(d); k <- nlevels(f)
  size <- (n - sum(table(f)^2) / n) / (k - 1)
  list(n = n, respondents = k, icc = (ms[1] - ms[2]) / (ms[1] + (size - 1) * ms[2]), mean = mean(d$scale), standardError = sqrt(v), designEffect = v / (var(d$scale) / n))
})

# Places of the women's statements by their share of low answers (1 and 2), every pair by the exact McNemar test.
low <- w <= 2; share <- colMeans(low, na.rm = TRUE)
p <- outer(seq_along(share), seq_along(share), Vectorize(function(i, j) {
  b <- sum(low[, i] & !low[, j], na.rm = TRUE); c <- sum(!low[, i] & low[, j], na.rm = TRUE)
  if (i == j || b + c == 0) NA else binom.test(b, b + c)$p.value
}))
places <- t(sapply(seq_along(share), function(i) {
  others <- setdiff(seq_along(share), i); apart <- others[which(p.adjust(p[i, others], "holm") <= .05)]
  c(1 + sum(share > share[i] + 1e-12), 1 + sum(share[apart] > share[i]), length(share) - sum(share[apart] < share[i]))
}))
colnames(places) <- c("rank", "low", "high")

# Bands of the screener by groups of at least five, Fisher's exact test beside chi-square; whether the women's answers are missing by chance.
women$band <- cut(women$ghq, c(0, 1, 4, 13), right = FALSE, labels = c("none", "some", "high"))
bands <- function(by) {
  kept <- names(which(table(by[!is.na(women$band)]) >= 5)); counts <- table(by[by %in% kept], women$band[by %in% kept]); x <- suppressWarnings(chisq.test(counts, correct = FALSE))
  list(n = sum(counts), chiSquare = unname(x$statistic), df = unname(x$parameter), p = x$p.value, expected = min(x$expected), exactP = fisher.test(counts, workspace = 2e7)$p.value,
    cramersV = sqrt(unname(x$statistic) / sum(counts) / (min(dim(counts)) - 1)))
}
by_band <- list(language = bands(women$language), housing = bands(women$housing), met_needs = bands(women$met_needs))
missing <- local({ here <- file.path(here, "../../../../statistics/reference"); lines <- readLines(file.path(here, "missing.R")); eval(parse(text = lines[grepl("^(em|little) <-", lines) | cumsum(grepl("^em <-", lines)) > 0 & cumsum(grepl("^holed <-", lines)) == 0])); little(w) })

# The planned models; a negative binomial with its loops run to the end.
women$partner <- factor(ifelse(women$marital %in% c("never", "divorced", "widowed"), "without-partner", ifelse(is.na(women$marital), NA, "with-partner")))
women$university <- factor(ifelse(is.na(women$education), NA, ifelse(women$education %in% c("higher_unfinished", "higher", "master"), "university", "no-university")))
women$in_language <- factor(women$language, levels = c("ru", "kk"))
formula <- ghq ~ partner + university + scale + age + in_language
exact <- glm.control(epsilon = 1e-12, maxit = 200)
nb <- MASS::glm.nb(formula, women, control = exact); ols <- lm(formula, women); logit <- glm(update(formula, I(ghq >= 4) ~ .), binomial, women, control = exact)
own <- lm(scale ~ child + ghq + partner + university + age + in_language, women)
hc3 <- function(fit) lmtest::coeftest(fit, vcov. = sandwich::vcovHC(fit, "HC3"))
coefficients_of <- function(table, columns = c(1, 2, 4)) lapply(seq_len(nrow(table)), function(i) unname(table[i, columns]))
models <- list(
  count = list(coefficients = coefficients_of(coef(summary(nb))), vif = unname(car::vif(nb)), aic = AIC(nb)),
  linear = list(coefficients = coefficients_of(hc3(ols)), rSquared = summary(ols)$r.squared, bp = unname(lmtest::bptest(ols)$p.value)),
  logistic = list(coefficients = coefficients_of(coef(summary(logit))), aic = AIC(logit)),
  women = list(coefficients = coefficients_of(hc3(own)), rSquared = summary(own)$r.squared, n = nobs(own), vif = unname(car::vif(own))))

# The regression of distress and the means of the scores over the data sets that the report filled in, pooled by mice.
suppressMessages(library(mice, warn.conflicts = FALSE))
values <- jsonlite::fromJSON(file.path(here, "imputed-values.json"), simplifyVector = FALSE)
columns <- c("ghq-12-ghq" = "ghq", "needs-assessment-2022-women" = "scale", "needs-assessment-2022-children" = "child", partner = "partner", education = "university", age = "age")
filled <- lapply(seq_along(values[[1]]$values[[1]]), function(m) { d <- women; for (v in values) d[unlist(v$cases), columns[[v$name]]] <- sapply(v$values, `[[`, m); d })
holed <- women; for (v in values) holed[unlist(v$cases), columns[[v$name]]] <- NA
complete_nb <- MASS::glm.nb(formula, holed, control = exact)
pooled <- pool(as.mira(lapply(filled, function(d) MASS::glm.nb(formula, d, control = exact))))$pooled
pooled_means <- lapply(c(ghq = "ghq", child = "child"), function(name) { q <- sapply(filled, function(d) mean(d[[name]])); u <- sapply(filled, function(d) var(d[[name]]) / nrow(d)); p <- pool.scalar(q, u, n = nrow(women), k = 1)
  reach <- qt(.975, p$df) * sqrt(p$t); list(complete = mean(holed[[name]], na.rm = TRUE), mean = p$qbar, low = p$qbar - reach, high = p$qbar + reach, fmi = p$fmi) })
imputation <- list(n = nobs(complete_nb), complete = coefficients_of(coef(summary(complete_nb))), means = pooled_means, filled = lapply(seq_len(nrow(pooled)), function(j) {
  o <- pooled[j, ]; error <- sqrt(o$t); reach <- qt(.975, o$df) * error; c(o$estimate, o$estimate - reach, o$estimate + reach, 2 * pt(-abs(o$estimate / error), o$df), o$fmi) }))

# Language equivalence of the women's statements, people with the same sum of the others compared; MASS::polr run to its end.
nagelkerke <- function(fit, none, n) (1 - exp(2 * (none - fit) / n)) / (1 - exp(2 * none / n))
equivalence <- lapply(names(w), function(name) {
  rest <- rowSums(w[setdiff(names(w), name)]); y <- factor(w[[name]]); ok <- !is.na(rest) & !is.na(y); n <- sum(ok)
  d <- data.frame(y = droplevels(y[ok]), rest = as.vector(scale(rest[ok])), language = women$in_language[ok])
  ll <- sapply(list(y ~ 1, y ~ rest, y ~ rest + language, y ~ rest * language), function(f) {
    levels <- qlogis(cumsum(prop.table(table(d$y))))[-nlevels(d$y)]; slopes <- rep(0, ncol(model.matrix(f, d)) - 1)
    fit <- if (nlevels(d$y) > 2) MASS::polr(f, d, start = c(slopes, levels), control = list(reltol = 1e-14, maxit = 1000)) else glm(f, binomial, d, control = exact)
    as.numeric(logLik(fit)) })
  p <- pchisq(2 * diff(ll[2:4]), 1, lower.tail = FALSE); r <- sapply(ll[2:4], nagelkerke, none = ll[1], n = n)
  list(item = name, n = n, uniform = p[1], uniformGain = r[2] - r[1], nonUniform = p[2], nonUniformGain = r[3] - r[2])
})
bh <- function(of) p.adjust(sapply(equivalence, `[[`, of), "BH")

result <- list(equivalence = list(items = equivalence, uniform = bh("uniform"), nonUniform = bh("nonUniform")), models = models, imputation = imputation, women = reliability(w), screener = reliability(as.data.frame(g)), children = reliability(cc), correlations = pairs, holm = holm,
  groups = groups, bands = by_band, missing = missing, language = list(difference = unname(language$estimate[1] - language$estimate[2]), low = language$conf.int[1], high = language$conf.int[2],
    t = unname(language$statistic), df = unname(language$parameter), p = language$p.value, g = g_language$Hedges_g),
  clustered = clustered, places = as.data.frame(cbind(item = names(share), as.data.frame(places))))
cat(jsonlite::toJSON(result, auto_unbox = TRUE, digits = I(10)), "\n", sep = "")
