// A board on the whole screen, for a wall. The page covers the shell; the browser's own bars go where it allows that.

import { useEffect, useState } from "react";

export interface FullScreen {
  isFull: boolean;
  toggle: () => void;
}

export function useFullScreen(): FullScreen {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", changed);
    return () => {
      document.removeEventListener("fullscreenchange", changed);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  const toggle = () => {
    setFull(!isFull);
    // The whole document, so that menus and tooltips stay on top of it. Telephones refuse; covering the shell is enough.
    if (isFull) void (document.fullscreenElement && document.exitFullscreen());
    else document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return { isFull, toggle };
}
