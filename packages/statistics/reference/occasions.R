# The same people on several occasions: the test of Friedman by stats::friedman.test.
occasions_of <- function(n, k, shift, decimals = 0, missing = 0) {
  m <- round(outer(rnorm(n, 10, 3), seq_len(k) * shift, "+") + matrix(rnorm(n * k, sd = 2), n), decimals)
  if (missing > 0) m[sample(n * k, missing)] <- NA
  m
}
occasion_sets <- list(
  tiny = rbind(c(1, 2, 3), c(2, 1, 3), c(1, 3, 2)), two = occasions_of(20, 2, .5, 2), ties = matrix(sample(1:4, 45 * 3, TRUE), 45),
  missing = occasions_of(104, 4, -.4, 0, 30), many = occasions_of(300, 6, .1, 3), likert = matrix(sample(0:12, 60 * 5, TRUE), 60),
  # Nearly everybody the same on all occasions.
  hardly = { m <- matrix(5, 12, 3); m[2, 3] <- 6; m[7, 1] <- 4; m },
  # A p far below what 1 less a probability can hold.
  strong = t(replicate(104, sort(rnorm(3)))), opposed = rbind(1:4, 4:1, 1:4, 4:1), pair = rbind(c(3, 1, 2), c(3, 2, 2)),
  large = 1e9 + occasions_of(50, 3, .5, 1)
)
occasions <- lapply(occasion_sets, function(m) {
  whole <- m[stats::complete.cases(m), , drop = FALSE]
  test <- friedman.test(whole)
  ranks <- t(apply(whole, 1, rank))
  list(occasions = lapply(seq_len(ncol(m)), function(j) I(m[, j])),
       expected = list(chiSquare = unname(test$statistic), df = unname(test$parameter), p = test$p.value, n = nrow(whole),
         missing = nrow(m) - nrow(whole), kendallW = unname(test$statistic) / (nrow(whole) * (ncol(m) - 1)), meanRanks = I(unname(colMeans(ranks)))))
})
stopifnot(occasions$strong$expected$p < 1e-40)
write_reference(list(occasions = occasions), "occasions")
