#ifndef EMBEDDED_TEXTS_H
#define EMBEDDED_TEXTS_H

/// A file that was compiled into the program.
typedef struct {
  /// The file's name, such as `3-authorization-response.md`; ends in a zero byte.
  const char *name;
  /// The file's bytes, unchanged, with no zero byte added.
  const unsigned char *bytes;
  /// The number of bytes.
  unsigned long count;
} EmbeddedText;

/// The embedded files of one folder.
typedef struct {
  /// The first of them.
  const EmbeddedText *first;
  /// The number of files.
  unsigned long count;
} EmbeddedTextTable;

/// Returns the recordings, in the order of the flows. They live as long as the program.
EmbeddedTextTable embeddedRecordings(void);

/// Returns the finished clients from which starters are made. They live as long as the program.
EmbeddedTextTable embeddedStarters(void);

/// Returns the lessons, in the order of the course. They live as long as the program.
EmbeddedTextTable embeddedLessons(void);

#endif
