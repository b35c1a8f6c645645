# Wilson: prop.test without correction. Clopper-Pearson: binom.test. Wald and Agresti-Coull: their
# formulas. All at three levels.
cases <- list(c(0, 1), c(1, 1), c(0, 104), c(104, 104), c(25, 104), c(16, 104), c(1, 1000),
              c(500, 1000), c(3, 7), c(12345, 98765), c(1, 1e6))
inside <- function(bounds) pmin(1, pmax(0, bounds))
around <- function(centre, n, level) inside(centre + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(centre * (1 - centre) / n))
proportion_reference <- do.call(c, lapply(cases, function(case) {
  lapply(c(.9, .95, .99), function(level) {
    square <- qnorm((1 + level) / 2)^2
    list(
      count = case[1], n = case[2], level = level,
      wilson = as.vector(suppressWarnings(
        prop.test(case[1], case[2], conf.level = level, correct = FALSE)$conf.int)),
      clopperPearson = as.vector(binom.test(case[1], case[2], conf.level = level)$conf.int),
      agrestiCoull = around((case[1] + square / 2) / (case[2] + square), case[2] + square, level),
      wald = around(case[1] / case[2], case[2], level)
    )
  })
}))

# Two groups: prop.test for the Wald interval and the test, Newcombe's method 10 from two Wilson
# intervals of prop.test, epitools for the ratios.
wilson <- function(count, n, level) as.vector(suppressWarnings(prop.test(count, n, conf.level = level, correct = FALSE)$conf.int))
pairs <- list(c(25, 104, 40, 89), c(1, 12, 11, 13), c(3, 7, 2, 5), c(500, 1000, 450, 998), c(7, 1000, 31, 1200), c(12, 15, 3, 15),
              c(10, 10, 4, 9), c(0, 20, 5, 30), c(0, 8, 0, 9))
two_groups <- do.call(c, lapply(pairs, function(x) lapply(c(.9, .95), function(level) {
  p <- c(x[1] / x[2], x[3] / x[4])
  one <- wilson(x[1], x[2], level); two <- wilson(x[3], x[4], level)
  test <- suppressWarnings(prop.test(x[c(1, 3)], x[c(2, 4)], conf.level = level, correct = FALSE))
  nobody <- x[1] + x[3] == 0
  # epitools wants the comparison group in the first row and the outcome in the second column.
  table <- matrix(c(x[4] - x[3], x[3], x[2] - x[1], x[1]), 2, byrow = TRUE)
  has_ratio <- x[1] > 0 && x[3] > 0
  has_odds <- all(table > 0)
  half <- log(((x[1] + .5) / (x[2] - x[1] + .5)) / ((x[3] + .5) / (x[4] - x[3] + .5)))
  half_se <- sqrt(sum(1 / (table + .5)))
  bounds <- function(measure) unname(measure$measure[2, ])
  list(
    first = list(count = x[1], n = x[2]), second = list(count = x[3], n = x[4]), level = level,
    wald = list(difference = p[1] - p[2], low = test$conf.int[1], high = test$conf.int[2]),
    newcombe = list(
      difference = p[1] - p[2],
      low = p[1] - p[2] - sqrt((p[1] - one[1])^2 + (two[2] - p[2])^2),
      high = p[1] - p[2] + sqrt((one[2] - p[1])^2 + (p[2] - two[1])^2)),
    test = if (nobody) NULL else list(z = sign(p[1] - p[2]) * sqrt(unname(test$statistic)), p = test$p.value),
    riskRatio = if (has_ratio) bounds(suppressWarnings(epitools::riskratio.wald(table, conf.level = level))),
    oddsRatio = if (has_odds) bounds(suppressWarnings(epitools::oddsratio.wald(table, conf.level = level))),
    halfAdded = exp(half + c(0, -1, 1) * qnorm((1 + level) / 2) * half_se)
  )
})))
write_reference(list(one = proportion_reference, two = two_groups), "proportion")
