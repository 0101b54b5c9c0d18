// One window at a time: what one window on this device holds, no other window takes. A window that closes lets go of
// everything, whatever ended it.

export interface Hold {
  release: () => void;
}

/** How long the other windows have to answer, where the browser keeps no locks itself. */
const ANSWER_MS = 150;

/** `null`: another window has it. */
export function hold(name: string): Promise<Hold | null> {
  const whole = `tessera.${name}`;
  // An address without TLS has no locks.
  return "locks" in navigator ? lock(whole).catch(() => claim(whole)) : claim(whole);
}

/** Of the order with this id: one window writes it. */
export const holdDraft = (order: string): Promise<Hold | null> => hold(`draft.${order}`);

const lock = (name: string): Promise<Hold | null> =>
  new Promise((resolve, reject) => {
    const held = (given: Lock | null) => {
      if (given) return new Promise<void>((release) => resolve({ release }));
      resolve(null);
    };
    navigator.locks.request(name, { ifAvailable: true }, held).catch(reject);
  });

/** Asks the other windows: whoever has it, or asked before, says so. */
function claim(name: string): Promise<Hold | null> {
  const channel = new BroadcastChannel(name);
  return new Promise((resolve) => {
    const take = () => {
      channel.onmessage = ({ data }) => data === "whose" && channel.postMessage("mine");
      resolve({ release: () => channel.close() });
    };
    const timer = setTimeout(take, ANSWER_MS);
    channel.onmessage = ({ data }) => {
      if (data === "whose") return channel.postMessage("mine");
      clearTimeout(timer);
      channel.close();
      resolve(null);
    };
    channel.postMessage("whose");
  });
}
