import { createContext, useContext } from "react";

/** A drawn device inside the page: what stands in it asks it, not the window, and opens its sheets in it. */
export interface DeviceFrame {
  isPhone: boolean;
  /** What sheets stand in. */
  root: HTMLElement | null;
}

export const DeviceFrame = createContext<DeviceFrame | null>(null);

/** `null`: the window itself is the device. */
export const useDeviceFrame = (): DeviceFrame | null => useContext(DeviceFrame);
