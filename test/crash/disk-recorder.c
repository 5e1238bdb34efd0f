/*
 * Preloaded into the program under test: does every operation on the SQLite files below RACKSIDE_DISK_ROOT as asked and, when it has succeeded,
 * writes it down in RACKSIDE_DISK_LOG. From that log power-loss.ts rebuilds what a power cut could have left. An operation and its line are under
 * one lock, so the log has the order in which things happened. A kill between the two leaves the line out: nobody was told of it yet.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { most_files = 4096, longest_path = 1024 };

struct header {
  uint32_t kind;
  uint32_t path_length;
  uint64_t content_length;
  uint64_t offset;
} __attribute__((packed));

/* Node closes files past the library, so a number may belong to another file by now: the inode tells. */
static struct {
  char path[longest_path];
  dev_t device;
  ino_t inode;
} files[most_files];
/* Opened last to be filled by a copy inside the kernel, which passes by here unseen. */
static char copied[longest_path];
static char root[longest_path];
static int log_file = -1;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("RACKSIDE_DISK_LOG");
  const char *directory = getenv("RACKSIDE_DISK_ROOT");
  if (log == NULL || directory == NULL) return;
  snprintf(root, sizeof root, "%s/", directory);
  log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Shared memory is no file on a disk, and the lock holds nothing. */
static int is_watched(const char *path) {
  if (log_file < 0 || path == NULL || strncmp(path, root, strlen(root)) != 0) return 0;
  const char *name = strrchr(path, '/') + 1;
  return strstr(name, ".sqlite") != NULL && strstr(name, "-shm") == NULL && strncmp(name, "lock.", 5) != 0;
}

/* A folder whose names are being made durable: the profile's own or one directly below, none of which has a dot. */
static int is_folder(const char *path) {
  size_t length = strlen(root) - 1;
  if (log_file < 0 || path == NULL || strncmp(path, root, length) != 0) return 0;
  return path[length] == '\0' || (path[length] == '/' && strchr(path + length, '.') == NULL);
}

static const char *path_of(int file) {
  struct stat now;
  if (file < 0 || file >= most_files || files[file].path[0] == '\0') return NULL;
  if (fstat(file, &now) == 0 && now.st_ino == files[file].inode && now.st_dev == files[file].device)
    return files[file].path;
  files[file].path[0] = '\0';
  return NULL;
}

static void write_down(char kind, const char *path, uint64_t offset, const void *content, size_t length) {
  struct header header = {(uint32_t)kind, (uint32_t)strlen(path), length, offset};
  struct iovec parts[3] = {{&header, sizeof header}, {(void *)path, strlen(path)}, {(void *)content, length}};
  if (syscall(SYS_writev, log_file, parts, 3) < 0) abort();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void write_down_copy(void) {
  static char content[1 << 16];
  int file = (int)syscall(SYS_openat, AT_FDCWD, copied, O_RDONLY | O_CLOEXEC);
  uint64_t offset = 0;
  for (ssize_t length; (length = read(file, content, sizeof content)) > 0; offset += (uint64_t)length)
    write_down('w', copied, offset, content, (size_t)length);
  syscall(SYS_close, file);
  copied[0] = '\0';
}

static int remember(int file, const char *path, int flags) {
  struct stat now;
  if (file < 0 || file >= most_files) return file;
  files[file].path[0] = '\0';
  if ((!is_watched(path) && !is_folder(path)) || fstat(file, &now) != 0) return file;
  if (strcmp(path, copied) == 0) write_down_copy();
  snprintf(files[file].path, longest_path, "%s", path);
  files[file].device = now.st_dev;
  files[file].inode = now.st_ino;
  if (flags & O_TRUNC) write_down('t', path, 0, NULL, 0);
  if ((flags & O_ACCMODE) == O_WRONLY && (flags & O_CREAT) && !(flags & O_APPEND)) snprintf(copied, longest_path, "%s", path);
  return file;
}

#define OPEN(name)                                    \
  int name(const char *path, int flags, ...) {        \
    va_list rest;                                     \
    va_start(rest, flags);                            \
    mode_t mode = va_arg(rest, mode_t);               \
    va_end(rest);                                     \
    pthread_mutex_lock(&order);                       \
    int file = remember(REAL(name)(path, flags, mode), path, flags); \
    pthread_mutex_unlock(&order);                     \
    return file;                                      \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset_type)                                                           \
  ssize_t name(int file, const void *content, size_t length, offset_type offset) {          \
    const char *path = path_of(file);                                                       \
    if (path == NULL) return REAL(name)(file, content, length, offset);                     \
    pthread_mutex_lock(&order);                                                             \
    ssize_t written = REAL(name)(file, content, length, offset);                            \
    if (written > 0) write_down('w', path, (uint64_t)offset, content, (size_t)written);     \
    pthread_mutex_unlock(&order);                                                           \
    return written;                                                                         \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *content, size_t length) {
  const char *path = path_of(file);
  if (path == NULL) return REAL(write)(file, content, length);
  pthread_mutex_lock(&order);
  off_t offset = lseek(file, 0, SEEK_CUR);
  ssize_t written = REAL(write)(file, content, length);
  if (written > 0) write_down('w', path, (uint64_t)offset, content, (size_t)written);
  pthread_mutex_unlock(&order);
  return written;
}

#define TRUNCATE(name, size_type)                                \
  int name(int file, size_type size) {                           \
    const char *path = path_of(file);                            \
    if (path == NULL) return REAL(name)(file, size);             \
    pthread_mutex_lock(&order);                                  \
    int result = REAL(name)(file, size);                         \
    if (result == 0) write_down('t', path, (uint64_t)size, NULL, 0); \
    pthread_mutex_unlock(&order);                                \
    return result;                                               \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                     \
  int name(int file) {                                 \
    const char *path = path_of(file);                  \
    if (path == NULL) return REAL(name)(file);         \
    pthread_mutex_lock(&order);                        \
    int result = REAL(name)(file);                     \
    if (result == 0) write_down(is_folder(path) ? 'd' : 's', path, 0, NULL, 0); \
    pthread_mutex_unlock(&order);                      \
    return result;                                     \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  if (!is_watched(from)) return REAL(rename)(from, to);
  pthread_mutex_lock(&order);
  if (strcmp(from, copied) == 0) write_down_copy();
  int result = REAL(rename)(from, to);
  if (result == 0) write_down('r', from, 0, to, strlen(to));
  pthread_mutex_unlock(&order);
  return result;
}

int unlink(const char *path) {
  if (!is_watched(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&order);
  int result = REAL(unlink)(path);
  if (result == 0) write_down('u', path, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}
