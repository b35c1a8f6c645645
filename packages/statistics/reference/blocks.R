# Blocks of predictors one after the other, over the cases that the largest model has: anova of lm and of glm, and of glm.nb
# run until it moves no more. Needs the people and the questions of regression.R.
block_sets <- list(
  plain = list(people(60), ~ age, ~ age + children, ~ age + children + region + sex), holes = list(people(104, 6), ~ age + sex, ~ age + sex + region),
  tiny = list(people(8), ~ 1, ~ age), factors = list(people(90), ~ 1, ~ region, ~ region * sex), unbalanced = list(within(people(70), { region[] <- "north"; region[1:5] <- "south"; region[6:8] <- "west" }), ~ age, ~ age + region),
  near_collinear = list(within(people(50), nearly <- age + round(rnorm(50, sd = .5), 3)), ~ age, ~ age + nearly), strong = list(within(people(200), y <- round(30 * age + y / 10, 4)), ~ sex, ~ sex + age),
  ties = list(within(people(120), y <- round(y)), ~ children, ~ children + age + sex)
)
end_of <- glm.control(epsilon = 1e-14, maxit = 200)
negbin_of <- function(f, d) { at <- suppressWarnings(MASS::glm.nb(f, d, control = end_of)); theta <- at$theta
  for (i in 1:100) { fit <- glm(f, MASS::negative.binomial(theta), d, control = end_of); mu <- fitted(fit); y <- fit$y
    slope <- function(l) { th <- exp(l); sum(digamma(th + y) - digamma(th) + log(th) + 1 - log(th + mu) - (y + th) / (mu + th)) }
    new <- exp(uniroot(slope, log(theta) + c(-1, 1), extendInt = "yes", tol = 1e-14)$root); moved <- abs(new / theta - 1); theta <- new; at <- fit; if (moved < 1e-13) break }
  sum(dnbinom(y, size = theta, mu = fitted(glm(f, MASS::negative.binomial(theta), d, control = end_of)), log = TRUE)) }
blocks <- lapply(block_sets, function(s) {
  d <- s[[1]]; formulas <- s[-1]; largest <- formulas[[length(formulas)]]
  d <- d[stats::complete.cases(d[c("y", all.vars(largest))]), ]
  # Counts that scatter widely, and a yes or no, from the same predictors.
  d$counted <- rnbinom(nrow(d), mu = exp(.5 + d$age / 40), size = 1.2); d$happened <- rbinom(nrow(d), 1, .5)
  with_outcome <- function(f, name) { g <- update(f, paste(name, "~ .")); environment(g) <- environment(); g }
  steps <- lapply(seq_along(formulas)[-1], function(i) {
    pair <- function(name, fit) lapply(list(formulas[[i - 1]], formulas[[i]]), function(f) fit(with_outcome(f, name), d))
    l <- pair("y", lm); a <- anova(l[[1]], l[[2]])
    p <- pair("counted", function(f, d) glm(f, poisson, d, control = end_of)); b <- suppressWarnings(pair("happened", function(f, d) glm(f, binomial, d, control = end_of)))
    by_deviance <- function(m) { t <- anova(m[[1]], m[[2]], test = "LRT"); list(devianceChange = t$Deviance[2], df = t$Df[2], p = t[["Pr(>Chi)"]][2], n = nrow(d)) }
    separated <- any(abs(coef(b[[2]])) > 8)
    nb <- if (nrow(d) > 20) unlist(pair("counted", negbin_of))
    list(from = question_of(with_outcome(formulas[[i - 1]], "y"), d), to = question_of(with_outcome(formulas[[i]], "y"), d),
      linear = list(rSquaredChange = summary(l[[2]])$r.squared - summary(l[[1]])$r.squared, f = a$F[2], df1 = a$Df[2], df2 = a$Res.Df[2], p = a[["Pr(>F)"]][2], n = nrow(d)),
      poisson = by_deviance(p), logistic = if (!separated && nrow(d) > 20) by_deviance(b),
      negativeBinomial = if (!is.null(nb)) list(devianceChange = 2 * diff(nb), df = a$Df[2], p = pchisq(2 * diff(nb), a$Df[2], lower.tail = FALSE), n = nrow(d)))
  })
  list(y = I(d$y), counted = I(d$counted), happened = I(d$happened), steps = steps)
})
stopifnot(blocks$strong$steps[[1]]$linear$p < 1e-40)
write_reference(list(blocks = blocks), "blocks")
