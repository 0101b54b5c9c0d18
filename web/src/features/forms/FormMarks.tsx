import { History, TableProperties, Waypoints } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";

interface FormMarksProps {
  isDependOpen: boolean;
  onDepend: () => void;
  onAccess: () => void;
  onVersions: () => void;
}

/** What can be looked at beside the form itself. */
export function FormMarks({ isDependOpen, onDepend, onAccess, onVersions }: FormMarksProps) {
  const { t } = useTranslation("forms");
  const { t: tVersions } = useTranslation("versions");
  return (
    <>
      <IconButton label={t("depend.title")} icon={<Waypoints size={18} />} isActive={isDependOpen} onClick={onDepend} />
      <IconButton label={t("access.title")} icon={<TableProperties size={18} />} onClick={onAccess} />
      <IconButton label={tVersions("title")} icon={<History size={18} />} onClick={onVersions} />
    </>
  );
}
