"use client";

import { useEffect } from "react";

/** Puts the number of unread conversations before the page's title, as browsers show it on the tab. */
export function useTitleBadge(count: number): void {
  useEffect(() => {
    const apply = () => {
      const bare = document.title.replace(/^\(\d+\+?\) /, "");
      const wanted = count > 0 ? `(${count > 99 ? "99+" : count}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    apply();
    // Next writes the title anew on navigation.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
}
