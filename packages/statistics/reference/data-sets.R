# The data sets every reference is computed on: different shapes, each made to break something.
set.seed(20221122)
data_sets <- list(
  tiny = c(2, 7),
  single = c(4.5),
  constant = rep(3, 6),
  ties = c(1, 1, 2, 2, 2, 4, 5, 5, 5, 5),
  missing = c(NA, 3.5, NA, 1.25, 8, NA, 2),
  ages = c(17, 58, 33, 29, 41, 36, 25, 33, 30, 27, 44, 38, 31, 29, 35),
  likert = sample(c(1, 2, 4, 5), 104, replace = TRUE, prob = c(.07, .17, .41, .35)),
  skewed = round(exp(rnorm(200, 2, 1.4)), 6),
  # A large common offset: the naive sum of squares loses every digit here.
  offset = 1e9 + round(rnorm(50), 3),
  wide = c(1e-12, 1, 1e12, -3, 2.5e7),
  negative = -round(rexp(37, 0.1), 4)
)

# Items of a scale: one column each, one case a row.
make_items <- function(n, k, loading, missing = 0, points = 5) {
  factor <- rnorm(n)
  items <- sapply(seq_len(k), function(j) {
    raw <- loading * factor + sqrt(1 - loading^2) * rnorm(n)
    pmin(points, pmax(1, round((points + 1) / 2 + raw * points / 4)))
  })
  if (missing > 0) items[sample(length(items), missing)] <- NA
  items
}
