/*
 * Loaded into PostgreSQL by LD_PRELOAD in tests only. Before each write to a regular file it appends
 * what the write is about to replace to a list; after each fsync it appends that the file is on disk.
 * Read backwards, the list undoes every write that was never synced: what a power cut does to a disk
 * whose cache is lost. Undone is at most what a real cut may lose, never more: a write is listed
 * before it happens, a sync after it has.
 *
 * One record: struct entry, then `old_length` bytes. The numbers are those of this machine.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define NAME(x) #x
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, NAME(name)))

enum { WRITTEN = 1, SYNCED = 2 };

struct entry {
  uint64_t kind;
  uint64_t inode;
  uint64_t born; /* nanoseconds: inode numbers are used again */
  uint64_t offset;
  uint64_t old_size;
  uint64_t old_length;
};

static int list_of(void) {
  static int list = -1;
  if (list < 0) {
    const char *path = getenv("TIREK_UNSYNCED");
    int opened = path ? open(path, O_WRONLY | O_APPEND | O_CLOEXEC) : -1;
    /* Out of the way of descriptors that PostgreSQL counts on, such as its own log. */
    list = opened < 0 ? -1 : fcntl(opened, F_DUPFD_CLOEXEC, 900);
    if (opened >= 0) close(opened);
    if (list < 0) abort();
  }
  return list;
}

static int identify(int file, struct entry *entry) {
  struct statx seen;
  if (file <= 2 || file == list_of()) return 0;
  if (statx(file, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &seen) != 0) return 0;
  if (!S_ISREG(seen.stx_mode)) return 0;
  entry->inode = seen.stx_ino;
  entry->born = (uint64_t)seen.stx_btime.tv_sec * 1000000000ull + seen.stx_btime.tv_nsec;
  entry->old_size = seen.stx_size;
  return 1;
}

static void append(const struct entry *entry, const void *bytes) {
  struct iovec parts[2] = {
      {.iov_base = (void *)entry, .iov_len = sizeof *entry},
      {.iov_base = (void *)bytes, .iov_len = entry->old_length},
  };
  /* One call with O_APPEND: records of several processes never mix. */
  ssize_t whole = (ssize_t)(sizeof *entry + entry->old_length);
  if (REAL(writev)(list_of(), parts, entry->old_length ? 2 : 1) != whole) abort();
}

static void note_write(int file, off_t offset, size_t length) {
  int kept = errno;
  struct entry entry = {.kind = WRITTEN};
  if (identify(file, &entry)) {
    uint64_t from = offset < 0 ? 0 : (uint64_t)offset;
    char *old = NULL;
    entry.offset = from;
    if (from < entry.old_size) {
      uint64_t left = entry.old_size - from;
      size_t wanted = left < length ? (size_t)left : length;
      /* A descriptor opened for writing only cannot be read: its file is read by its name. */
      char name[40] = "/proc/self/fd/";
      char digits[12];
      int count = 0, number = file;
      do digits[count++] = (char)('0' + number % 10); while ((number /= 10) > 0);
      for (size_t at = strlen(name); count > 0; ) name[at++] = digits[--count];
      int reader = open(name, O_RDONLY | O_CLOEXEC);
      old = malloc(wanted ? wanted : 1);
      ssize_t got = reader < 0 || !old ? -1 : pread(reader, old, wanted, (off_t)from);
      if (reader >= 0) close(reader);
      if (got < 0) abort();
      entry.old_length = (uint64_t)got;
    }
    append(&entry, old);
    free(old);
  }
  errno = kept;
}

static void note_sync(int file) {
  int kept = errno;
  struct entry entry = {.kind = SYNCED};
  if (identify(file, &entry)) append(&entry, NULL);
  errno = kept;
}

static size_t total(const struct iovec *parts, int count) {
  size_t sum = 0;
  for (int at = 0; at < count; at++) sum += parts[at].iov_len;
  return sum;
}

static off_t position(int file) {
  int flags = fcntl(file, F_GETFL);
  return flags >= 0 && (flags & O_APPEND) ? lseek(file, 0, SEEK_END) : lseek(file, 0, SEEK_CUR);
}

ssize_t write(int file, const void *bytes, size_t length) {
  note_write(file, position(file), length);
  return REAL(write)(file, bytes, length);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  note_write(file, offset, length);
  return REAL(pwrite)(file, bytes, length, offset);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  note_write(file, offset, total(parts, count));
  return REAL(pwritev)(file, parts, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  note_write(file, position(file), total(parts, count));
  return REAL(writev)(file, parts, count);
}

int ftruncate(int file, off_t length) {
  struct stat seen;
  if (fstat(file, &seen) == 0 && seen.st_size > length)
    note_write(file, length, (size_t)(seen.st_size - length));
  else
    note_write(file, length, 0);
  return REAL(ftruncate)(file, length);
}

int posix_fallocate(int file, off_t offset, off_t length) {
  note_write(file, offset, 0);
  return REAL(posix_fallocate)(file, offset, length);
}

int fsync(int file) {
  int result = REAL(fsync)(file);
  if (result == 0) note_sync(file);
  return result;
}

int fdatasync(int file) {
  int result = REAL(fdatasync)(file);
  if (result == 0) note_sync(file);
  return result;
}
