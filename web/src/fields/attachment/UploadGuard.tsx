import { useLeaveGuard } from "@/ui/leave_guard";

/** While it stands there, whoever leaves the page is asked: it stops what is on its way. */
export function UploadGuard() {
  useLeaveGuard(true, "uploads");
  return null;
}
