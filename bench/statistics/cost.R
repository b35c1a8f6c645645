# The last line of every run: seconds of processor and peak megabytes of this process.
peak <- grep("^VmHWM", readLines("/proc/self/status"), value = TRUE)
cat(sprintf('{"cpuSeconds":%f,"peakMegabytes":%f}\n', sum(proc.time()[1:2]), as.numeric(gsub("[^0-9]", "", peak)) / 1024))
