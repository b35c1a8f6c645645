# No package of Debian checks printed numbers. The references are enumerations: every sum, every set of
# answers, every statistic that can be behind a printed number is made and rounded, and what was printed is
# looked for among them. Rounding is done on whole numbers (a fraction a / b by quotient and rest).
rounded <- function(a, b, how) { q <- a %/% b; r <- a %% b
  switch(how, "half-up" = q + (2 * r >= b), "half-down" = q + (2 * r > b), "half-even" = q + (2 * r > b | (2 * r == b & q %% 2 == 1)),
    up = q + (r > 0), down = q, twice = { tenth <- rounded(10 * a, b, "half-up"); rounded(tenth, 10, "half-up") }) }
nearest <- c("half-up", "half-down"); each_way <- c(nearest, "half-even", "up", "down", "twice")
printed_as <- function(a, b, how) sort(unique(unlist(lapply(how, function(one) rounded(a, b, one)))))

# The digits that can be printed for a mean of answers 0 to 4, or a percentage, among all that might be.
grim_of <- function(n, items, decimals, how) list(n = n, items = items, decimals = decimals, roundings = I(how),
  digits = I(printed_as((0:(4 * n * items)) * 10^decimals, n * items, how)))
means <- c(lapply(each_way, function(how) grim_of(24, 1, 2, how)), list(grim_of(7, 1, 1, nearest), grim_of(16, 3, 2, nearest),
  grim_of(104, 1, 2, nearest), grim_of(8, 5, 2, "half-even"), grim_of(40, 1, 3, "half-down"), grim_of(3, 2, 0, nearest)))
percent_of <- function(n, decimals, how) list(n = n, decimals = decimals, roundings = I(how), digits = I(printed_as((0:n) * 100 * 10^decimals, n, how)))
percentages <- c(lapply(each_way, function(how) percent_of(104, 1, how)), lapply(c(1, 3, 8, 52, 193, 749), function(n) percent_of(n, 1, nearest)),
  list(percent_of(64, 2, "half-even"), percent_of(16, 0, "half-down")))

# Bases of 1 to 400: all counts of each base are made into percentages.
bases_of <- function(digits, decimals, how, parts) { found <- Filter(function(n) {
    options <- lapply(digits, function(d) which(d == sapply(0:n, function(k) rounded(k * 100 * 10^decimals, n, how))) - 1)
    if (any(lengths(options) == 0)) return(FALSE)
    if (parts == "any") return(TRUE)
    sums <- 0; for (one in options) sums <- unique(as.vector(outer(sums, one, "+"))); n %in% sums }, 1:400)
  list(digits = I(digits), decimals = decimals, roundings = I(how), parts = parts, bases = I(found)) }
shares <- function(counts, decimals, how) sapply(counts, function(k) rounded(k * 100 * 10^decimals, sum(counts), how))
bases <- list(bases_of(shares(c(15, 31, 58), 1, "half-up"), 1, "half-up", "all-of-the-base"), bases_of(shares(c(15, 31, 58), 1, "half-up"), 1, "half-up", "any"),
  bases_of(shares(c(3, 4), 0, "half-even"), 0, "half-even", "all-of-the-base"), bases_of(shares(c(2, 9, 40, 1), 1, "half-even"), 1, "half-even", "all-of-the-base"),
  bases_of(c(333, 667), 1, "half-up", "any"), bases_of(c(143, 286, 500), 1, "half-down", "any"), bases_of(c(101, 102, 103, 104), 1, "half-up", "any"),
  bases_of(c(3330, 1111, 5559), 2, "half-up", "all-of-the-base"), bases_of(c(125, 875), 1, "down", "all-of-the-base"))

# Every multiset of answers: the pairs of mean and standard deviation they print. The root is rounded by
# comparing squares of whole numbers: 10^(2d) v / w against (d +- 1/2)^2. Half up and half down alike.
multisets <- function(n, values) { k <- length(values); if (k == 1) return(matrix(values, 1, n)); g <- t(combn(n + k - 1, k - 1)); counts <- cbind(g, n + k) - cbind(0, g) - 1
  t(apply(counts, 1, function(m) rep(values, m))) }
spreads <- function(n, values, items, mean_decimals, sd_decimals, divisor) { sets <- multisets(n, values)
  sums <- rowSums(sets); squares <- rowSums(sets^2); known <- unique(cbind(sums, n * squares - sums^2)); df <- if (divisor == "n") n else n - 1
  pairs <- do.call(rbind, lapply(seq_len(nrow(known)), function(i) { means <- printed_as(known[i, 1] * 10^mean_decimals, n * items, nearest)
    over <- n * df * items^2; v <- known[i, 2] * 100^sd_decimals; near <- floor(sqrt(v / over)); try <- max(0, near - 1):(near + 2)
    sds <- try[4 * v >= (pmax(0, 2 * try - 1))^2 * over & 4 * v <= (2 * try + 1)^2 * over]
    as.matrix(expand.grid(means, sds)) }))
  pairs <- unique(pairs); pairs <- pairs[order(pairs[, 1], pairs[, 2]), , drop = FALSE]
  by_mean <- split(pairs[, 2], pairs[, 1]); lapply(names(by_mean), function(m) list(mean = as.numeric(m), standardDeviations = I(by_mean[[m]]))) }
spread_of <- function(n, low, high, items = 1, mean_decimals = 2, sd_decimals = 2, divisor = "n-1", most = NULL, answers = TRUE)
  list(n = n, items = items, meanDecimals = mean_decimals, sdDecimals = sd_decimals, divisor = divisor, most = most,
    answers = if (answers) list(minimum = low, maximum = high),
    possible = spreads(n, (low * items):(high * items), items, mean_decimals, sd_decimals, divisor))
# Without bounds on the answers: values far enough out that every spread up to `most` is there; means near 0 only.
free_of <- function(n, reach, most, ...) { one <- spread_of(n, -reach, reach, most = most, answers = FALSE, ...)
  one$possible <- lapply(Filter(function(p) p$mean >= 0 && p$mean < 100, one$possible), function(p) { p$standardDeviations <- I(p$standardDeviations[p$standardDeviations <= most]); p }); one }
deviations <- list(spread_of(2, 1, 5), spread_of(5, 1, 5), spread_of(8, 1, 4), spread_of(12, 0, 3, divisor = "n"), spread_of(6, 1, 4, items = 3),
  spread_of(9, 1, 2, sd_decimals = 3), spread_of(10, 0, 4, mean_decimals = 1, sd_decimals = 1), spread_of(7, -2, 2),
  free_of(2, 12, 700), free_of(3, 12, 500), free_of(4, 11, 400), free_of(5, 9, 300, sd_decimals = 2), free_of(6, 7, 200))

# p of all statistics that print as the given one (a fine grid with both ends), and whether any of them rounds to the printed p.
p_of <- function(s, x) { x <- abs(x); one <- switch(s$statistic, t = pt(x, s$df, lower.tail = FALSE), z = pnorm(x, lower.tail = FALSE),
    r = ifelse(x >= 1, 0, pt(x * sqrt(s$df / pmax(0, 1 - x^2)), s$df, lower.tail = FALSE)), `chi-square` = pchisq(x, s$df, lower.tail = FALSE), f = pf(x, s$df1, s$df2, lower.tail = FALSE))
  if (s$statistic %in% c("t", "r", "z")) one * s$tails else one }
statistic <- function(statistic, value, decimals, tails = 2, ...) list(statistic = statistic, value = list(value = value, decimals = decimals), tails = tails, ...)
claims <- function(p) { p3 <- round(p, 3); p2 <- round(p, 2)
  list(list(comparison = "=", value = p3, decimals = 3), list(comparison = "=", value = min(1, p2 + .01), decimals = 2), list(comparison = "=", value = p2, decimals = 2),
    list(comparison = "=", value = .05, decimals = 2), list(comparison = "=", value = .2, decimals = 1), list(comparison = "<", value = .05, decimals = 2),
    list(comparison = "<", value = .001, decimals = 3), list(comparison = ">", value = .05, decimals = 2), list(comparison = ">", value = .1, decimals = 1), list(comparison = "ns")) }
recomputed <- unlist(lapply(list(statistic("t", 2.1, 1, df = 28), statistic("t", -1.98, 2, df = 102), statistic("t", 2, 0, df = 60), statistic("t", 1.7, 1, df = 40, tails = 1),
  statistic("t", 12.35, 2, df = 17.3), statistic("z", 1.96, 2), statistic("z", 2, 0), statistic("z", 9.1, 1), statistic("r", .19, 2, df = 102), statistic("r", -.2, 1, df = 95), statistic("r", 1, 1, df = 5),
  statistic("chi-square", 3.84, 2, df = 1), statistic("chi-square", 11.1, 1, df = 5), statistic("chi-square", .4, 1, df = 3), statistic("f", 4, 0, df1 = 1, df2 = 102), statistic("f", 2.31, 2, df1 = 5, df2 = 98),
  statistic("f", 22.2, 1, df1 = 2, df2 = 28), statistic("t", .01, 2, df = 50)), function(s) {
    half <- .5 / 10^s$value$decimals; size <- abs(s$value$value); grid <- seq(max(0, size - half), size + half, length.out = 20001)
    known <- function(s) p_of(s, grid); all <- known(s); p <- p_of(s, size); alpha <- .05
    lapply(claims(p), function(claim) {
      # To the nearest of so many decimals; a hair more than a half on both sides stands for ties either way.
      fits <- function(all) switch(claim$comparison, `=` = any(abs(all - claim$value) <= .5 / 10^claim$decimals * (1 + 1e-9)), `<` = any(all <= claim$value), `>` = any(all >= claim$value), ns = any(all >= alpha))
      half_p <- if (claim$comparison == "=") .5 / 10^claim$decimals else 0
      says_yes <- claim$comparison %in% c("=", "<") && claim$value + half_p <= alpha; says_no <- claim$comparison == "ns" || (claim$comparison == "=" && claim$value - half_p > alpha) || (claim$comparison == ">" && claim$value >= alpha)
      verdict <- if (fits(all)) "consistent" else if ((says_yes && all(all > alpha)) || (says_no && all(all <= alpha))) "decision-error" else "error"
      other <- s; other$tails <- 3 - s$tails
      list(test = s, printed = claim, expected = list(p = p, low = min(all), high = max(all), verdict = verdict,
        fitsOtherTails = verdict != "consistent" && s$statistic %in% c("t", "r", "z") && fits(known(other)))) }) }), recursive = FALSE)

# Parts of every size within half a unit, on a grid of twentieths with both ends: the sums they can make.
sum_case <- function(parts, total, decimals, exact = FALSE) { low <- sum(20 * parts - 10 * !exact); high <- sum(20 * parts + 10 * !exact)
  list(parts = I(parts), total = total, decimals = decimals, isExact = exact, expected = list(isPossible = any(low:high %in% if (exact) 20 * total else (20 * total - 10):(20 * total + 10)), sum = sum(parts) / 10^decimals,
    difference = (total - sum(parts)) / 10^decimals, range = list(low = low / 20 / 10^decimals, high = high / 20 / 10^decimals))) }
sums <- list(sum_case(c(333, 333, 333), 1000, 1), sum_case(c(333, 333, 333), 1001, 1), sum_case(c(333, 333, 333), 1002, 1), sum_case(c(12, 31, 61), 104, 0, TRUE), sum_case(c(12, 31, 61), 103, 0, TRUE),
  sum_case(c(-25, 75, 50), 100, 2), sum_case(c(166, 166, 166, 166, 166, 166), 1000, 1), sum_case(c(166, 166, 166, 166, 166, 165), 1000, 1))
write_reference(list(means = means, percentages = percentages, bases = bases, deviations = deviations, recomputed = recomputed, sums = sums), "consistency")
