package org.gradeline.cli.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.gradeline.reference.MachineLimit;
import org.jspecify.annotations.Nullable;

/**
 * What a machine may run out of, or not permit: how it shows, and what to do. The first that shows
 * anywhere among the causes is the one.
 */
enum MachineFault {
  THREADS {
    @Override
    boolean shows(Throwable thrown) {
      return thrown instanceof OutOfMemoryError && says(thrown, "native thread");
    }

    @Override
    String message(Throwable thrown) {
      return "the system starts no more threads for this program. Raise the limit on processes"
          + " (ulimit -u, or TasksMax of a service), or end other programs.";
    }
  },
  MEMORY {
    @Override
    boolean shows(Throwable thrown) {
      return thrown instanceof OutOfMemoryError;
    }

    @Override
    String message(Throwable thrown) {
      return "there is not enough memory. Allow more with GRADELINE_JAVA_OPTS=-Xmx"
          + Math.max(LEAST_GIBIBYTES, (2 * Runtime.getRuntime().maxMemory()) >> GIBIBYTE)
          + "g.";
    }
  },
  OPEN_FILES {
    @Override
    boolean shows(Throwable thrown) {
      return isInputOrOutput(thrown) && MachineLimit.isReached(thrown);
    }

    @Override
    String message(Throwable thrown) {
      return "the system opens no more files for this program. Raise the limit with ulimit -n 1024"
          + " (LimitNOFILE of a service).";
    }
  },
  DISK_FULL {
    @Override
    boolean shows(Throwable thrown) {
      return isInputOrOutput(thrown)
          && DISK_IS_FULL.stream().anyMatch(phrase -> says(thrown, phrase));
    }

    @Override
    String message(Throwable thrown) {
      return "the disk is full ("
          + thrown.getMessage()
          + "). Free some space, or use another disk: --reports names the folder of a run,"
          + " GRADELINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER that of a check.";
    }
  },
  LIBRARY {
    @Override
    boolean shows(Throwable thrown) {
      return thrown instanceof UnsatisfiedLinkError;
    }

    @Override
    String message(Throwable thrown) {
      return "a library that the program needs cannot be loaded ("
          + thrown.getMessage()
          + "). Check that this system and its processor are supported, and that libraries may be"
          + " loaded from the folder.";
    }
  },
  CLASSES {
    @Override
    boolean shows(Throwable thrown) {
      return thrown instanceof LinkageError;
    }

    @Override
    String message(Throwable thrown) {
      return "a part of the program cannot be loaded ("
          + thrown
          + "). Raise the limit on open files (ulimit -n 1024, or LimitNOFILE of a service), or"
          + " build the program again.";
    }
  };

  private static final int GIBIBYTE = 30;
  private static final long LEAST_GIBIBYTES = 4;

  private static final List<String> DISK_IS_FULL =
      List.of(
          "no space left on device",
          "disk is full",
          "not enough space on the disk",
          "disk quota exceeded");

  /** Whether something thrown is due to this. */
  abstract boolean shows(Throwable thrown);

  /** What is wrong and what to do, in a sentence or two. */
  abstract String message(Throwable thrown);

  /** What to say of something thrown when the machine is at fault; null when it is not. */
  static @Nullable String messageOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MachineException) {
        return cause.getMessage();
      }
    }
    for (MachineFault fault : values()) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (fault.shows(cause)) {
          return fault.message(cause);
        }
      }
    }
    return null;
  }

  private static boolean isInputOrOutput(Throwable thrown) {
    return thrown instanceof IOException
        || thrown instanceof UncheckedIOException
        || thrown instanceof SQLException;
  }

  private static boolean says(Throwable thrown, String phrase) {
    String message = thrown.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(phrase);
  }
}
