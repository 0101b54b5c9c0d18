import { Plus } from "lucide-react";
import { useState } from "react";
import type { AppSummary } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { useAppContents } from "./app_contents";
import { NameDialog, type NameQuestion } from "./NameDialog";

/** Asks for a name and goes on in the designer. */
export function NewBoard({ app }: { app: AppSummary }) {
  const { t } = useTranslation("apps");
  const contents = useAppContents(app);
  const [question, setQuestion] = useState<NameQuestion | null>(null);
  return (
    <>
      <IconButton label={t("board.add")} icon={<Plus size={16} />} onClick={() => setQuestion(contents.newBoard())} />
      {question && <NameDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
