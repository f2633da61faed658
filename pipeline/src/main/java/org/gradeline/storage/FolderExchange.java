package org.gradeline.storage;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The system call that swaps two folders in one step, which Java does not offer: {@code renameat2}
 * of Linux, {@code renamex_np} of macOS. Other systems have none. Thread safe.
 */
final class FolderExchange {
  /** Linux: paths are seen from the current folder. */
  private static final int AT_FDCWD = -100;

  /** RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS. */
  private static final int SWAP = 2;

  /** EINVAL, ENOSYS of Linux and macOS, EOPNOTSUPP of Linux, ENOTSUP of macOS. */
  private static final Set<Integer> NOT_SUPPORTED = Set.of(22, 38, 78, 95, 45);

  /** EBUSY and EXDEV: a mount point, or a folder of a container's image. */
  private static final Set<Integer> IN_THE_WAY = Set.of(16, 18);

  private final @Nullable Function function;

  private FolderExchange(@Nullable Function function) {
    this.function = function;
  }

  /** Loads what the call needs. Where that cannot be had, no folders are swapped. */
  static FolderExchange load() {
    // The library is unpacked where all temporary files are, not in the user's home.
    setDefault("jna.tmpdir", System.getProperty("java.io.tmpdir"));
    // No other library is looked for: JNA would start a program that lists them.
    setDefault("jna.platform.library.path", "");
    try {
      if (Platform.isLinux() || Platform.isMac()) {
        String name = Platform.isLinux() ? "renameat2" : "renamex_np";
        return new FolderExchange(NativeLibrary.getProcess().getFunction(name));
      }
    } catch (LinkageError | RuntimeException e) {
      // An old system, or one on which nothing may be executed from the temporary folder.
    }
    return new FolderExchange(null);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Swaps the names of two folders.
   *
   * @return false when the system or the file system cannot, and nothing has changed
   * @throws IOException when it can and failed; then too nothing has changed
   */
  boolean exchange(Path one, Path other) throws IOException {
    byte[] first = bytes(one);
    byte[] second = bytes(other);
    if (function == null || first.length == 0 || second.length == 0) {
      return false;
    }
    Object[] arguments =
        Platform.isLinux()
            ? new Object[] {AT_FDCWD, first, AT_FDCWD, second, SWAP}
            : new Object[] {first, second, SWAP};
    if (function.invokeInt(arguments) == 0) {
      return true;
    }
    int error = Native.getLastError();
    if (NOT_SUPPORTED.contains(error)) {
      return false;
    }
    throw new FileSystemException(other.toString(), null, reason(error));
  }

  private static String reason(int error) {
    String reason =
        NativeLibrary.getProcess()
            .getFunction("strerror")
            .invokeString(new Object[] {error}, false)
            .toLowerCase(Locale.ROOT);
    return "the system cannot replace it: "
        + reason
        + (IN_THE_WAY.contains(error) ? ". Name a folder inside it" : "");
  }

  /** A path as C has it; empty when the locale has no bytes for it. */
  private static byte[] bytes(Path path) {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    byte[] text = path.toString().getBytes(names);
    boolean same = new String(text, names).equals(path.toString());
    return same ? Arrays.copyOf(text, text.length + 1) : new byte[0];
  }
}
