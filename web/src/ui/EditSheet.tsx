import { BottomSheet, type BottomSheetProps } from "./BottomSheet";
import { useLeaveGuard } from "./leave_guard";

interface EditSheetProps extends Omit<BottomSheetProps, "open"> {
  /** Something in it is not saved. */
  isChanged: boolean;
}

/** A sheet that is saved by its button: whoever closes it over changes is asked first. */
export function EditSheet({ isChanged, onClose, ...sheet }: EditSheetProps) {
  const mayLeave = useLeaveGuard(isChanged);
  const close = async () => {
    if (await mayLeave()) onClose();
  };
  return <BottomSheet open {...sheet} onClose={close} />;
}
