# Wilson: prop.test without correction. Clopper-Pearson: binom.test. Both at three levels.
cases <- list(c(0, 1), c(1, 1), c(0, 104), c(104, 104), c(25, 104), c(16, 104), c(1, 1000),
              c(500, 1000), c(3, 7), c(12345, 98765), c(1, 1e6))
proportion_reference <- do.call(c, lapply(cases, function(case) {
  lapply(c(.9, .95, .99), function(level) list(
    count = case[1], n = case[2], level = level,
    wilson = as.vector(suppressWarnings(
      prop.test(case[1], case[2], conf.level = level, correct = FALSE)$conf.int)),
    clopperPearson = as.vector(binom.test(case[1], case[2], conf.level = level)$conf.int)
  ))
}))
write_reference(proportion_reference, "proportion")
