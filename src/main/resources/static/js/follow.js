// Keeps the newest words in view, but only for a reader who is at the end.

const NEAR_END_PIXELS = 80;

/**
 * Follows the end of `scroll` while `contents` grow, until the reader scrolls up. Answers a function that goes to the
 * end and follows it again.
 */
export function followEnd(scroll, contents) {
  let following = true;
  let top = 0;
  const toEnd = () => {
    if (following) scroll.scrollTop = scroll.scrollHeight;
  };
  const growth = new ResizeObserver(toEnd);
  contents.forEach((content) => growth.observe(content));
  scroll.addEventListener('scroll', () => {
    if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PIXELS) following = true;
    else if (scroll.scrollTop < top) following = false;
    top = scroll.scrollTop;
  });
  return () => {
    following = true;
    toEnd();
  };
}
