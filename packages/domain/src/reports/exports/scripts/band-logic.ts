import { DRAWS } from '../../tables/band-tests.ts';

/** What the R script does with bands of scores: how many lie in each, and whether groups differ. */
export const BAND_LOGIC = `# Bands of scores; a score outside of them is in none.
band_of <- function(y, b) {
  band <- rep(NA_character_, length(y))
  for (i in seq_along(b$id)) band[!is.na(y) & y >= b$from[i] & y < b$below[i]] <- b$id[i]
  band
}
put_share <- function(table, row, k, n) put(table, row, count = k, percent = 100 * k / n)
# So many tables the report draws where it cannot walk all of them.
draws <- ${DRAWS.draws}
put_all <- function(table, row, values) do.call(put, c(list(table, row), values))

for (scale in names(score_recipes)) {
  s <- score_recipes[[scale]]
  form <- sub(paste0("-", names(s$scorings)[1], "$"), "", scale)
  for (way in names(s$scorings)) {
    y <- data[[s$data]][[s$scorings[[way]]$variable]]
    y <- y[!is.na(y)]
    n <- length(y)
    table <- paste("distribution", form, way, sep = "-")
    for (row in unique(wanted[[table]]$row)) {
      k <- sum(y == as.numeric(row))
      put_share(table, row, k, n)
      put(table, row, cumulative = 100 * sum(y <= as.numeric(row)) / n)
    }
    for (place in seq_along(s$scorings[[way]]$band_sets)) {
      b <- s$scorings[[way]]$band_sets[[place]]
      table <- paste("bands", form, way, place - 1, sep = "-")
      inside <- rep(FALSE, n)
      for (i in seq_along(b$id)) {
        own <- y >= b$from[i] & y < b$below[i]
        inside <- inside | own
        put_share(table, b$id[i], sum(own), n)
        limits <- wilson(sum(own), n)
        put(table, b$id[i], interval.low = limits[1], interval.high = limits[2])
      }
      put_share(table, "outside", sum(!inside), n)
      limits <- wilson(sum(!inside), n)
      put(table, "outside", interval.low = limits[1], interval.high = limits[2])
      put_share(table, "total", n, n)
    }
  }
}

led <- list()
for (scale in names(score_recipes)) {
  s <- score_recipes[[scale]]
  if (length(s$bands$id) == 0 || s$data != "respondents") next
  band <- band_of(scores[[scale]], s$bands)
  for (by in names(group_recipes)) {
    ids <- unique(group_recipes[[by]]$id)
    group <- grouped(group_recipes[[by]])
    counts <- table(factor(group, ids), factor(band, s$bands$id))
    every <- rbind(colSums(counts), counts)
    rownames(every) <- c(by, paste(by, ids, sep = "-"))
    for (row in rownames(every)) {
      n <- sum(every[row, ])
      put(paste0("band-groups-", scale), row, n = n)
      for (id in s$bands$id) put_all(paste0("band-groups-", scale), row,
        stats::setNames(list(every[row, id], 100 * every[row, id] / n), paste0("band-", id, c(".count", ".percent"))))
    }
    counts <- counts[rowSums(counts) >= 5, , drop = FALSE]
    counts <- counts[, colSums(counts) > 0, drop = FALSE]
    table <- paste0("band-tests-", scale)
    if (min(dim(counts)) < 2 || !(table %in% names(wanted))) next
    x <- suppressWarnings(chisq.test(counts, correct = FALSE))
    n <- sum(counts)
    free <- min(dim(counts)) - 1
    # W. Bergsma's V.
    phi <- max(0, x$statistic / n - prod(dim(counts) - 1) / (n - 1))
    narrow <- min(dim(counts) - (dim(counts) - 1)^2 / (n - 1)) - 1
    put(table, by, n = n, groups = nrow(counts), chiSquare = x$statistic, df = x$parameter, p = x$p.value, expected = min(x$expected),
      cramersV = sqrt(x$statistic / n / free), cramersVCorrected = if (narrow > 0) sqrt(phi / narrow) else 0)
    if (all(dim(counts) == 2)) put(table, by, yatesP = suppressWarnings(chisq.test(counts))$p.value)
    # Where the report drew tables instead of walking all of them, its p is chance and taken as it is printed.
    exact <- any(wanted[[table]]$row == by & wanted[[table]]$column == "exactP")
    drawn <- analyses$value[analyses$basis == "drawn" & analyses$table == table & analyses$row == by]
    p <- if (exact) fisher.test(counts, workspace = 2e7)$p.value else if (length(drawn) == 1) drawn else x$p.value
    if (exact) put(table, by, exactP = p)
    if (length(drawn) == 1) {
      limits <- binom.test(round(drawn * (draws + 1)) - 1, draws)$conf.int
      put(table, by, drawn.low = limits[1], drawn.high = limits[2])
    }
    led[[paste(table, by, sep = ",")]] <- p
  }
}
holm <- p.adjust(unlist(led), "holm")
for (key in names(holm)) {
  place <- strsplit(key, ",")[[1]]
  put(place[1], place[2], pHolm = holm[[key]])
}
`;
