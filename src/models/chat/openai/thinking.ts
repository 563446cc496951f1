const opening = "<think>";
const closing = "</think>";

/**
 * Leaves out what some models think aloud first, from `<think>` at the very start to `</think>`: it is no part of the answer. Takes the
 * pieces as they come and gives what of each may be passed on; blanks before the answer are left out too.
 */
export function withoutThinking(): (piece: string) => string {
  let held = "";
  let isAnswering = false;
  return (piece) => {
    if (isAnswering) return piece;
    held = (held + piece).trimStart();
    if (held.startsWith(opening)) {
      const end = held.indexOf(closing);
      if (end < 0) return "";
      held = held.slice(end + closing.length).trimStart();
    }
    // as much as it may still be the mark
    if (opening.startsWith(held)) return "";
    isAnswering = true;
    return held;
  };
}
