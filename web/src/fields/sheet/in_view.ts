import { useEffect, useState } from "react";

/** The upper part of the window is where somebody reads. */
const READ = { rootMargin: "-64px 0px -50% 0px" };

/** The first of these elements that is being read; the last known one between two. */
export function useInView(ids: readonly string[]): string | null {
  const [at, setAt] = useState<string | null>(null);
  const joined = ids.join(" ");
  useEffect(() => {
    const order = joined.split(" ");
    const seen = new Set<string>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target.id);
        else seen.delete(target.id);
      }
      const first = order.find((id) => seen.has(id));
      if (first) setAt(first);
    }, READ);
    for (const id of order) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [joined]);
  return at;
}
