import type { LinkProps } from "@tanstack/react-router";
import { Badge, Button } from "antd";
import { Eye, Redo2, TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "../IconButton";
import { PageHeader } from "../PageHeader";
import { Company } from "./Company";
import type { Keeping } from "./draft_session";
import { SaveStatus } from "./SaveStatus";

export interface DesignerHeaderProps {
  title: ReactNode;
  back: LinkProps;
  keeping: Pick<Keeping<unknown>, "saving" | "isKept"> & { place: string };
  /** What undo and redo would take back, in words; `null` when there is nothing. */
  undoName: string | null;
  redoName: string | null;
  onUndo: () => void;
  onRedo: () => void;
  onPreview?: () => void;
  onPublish?: () => void;
  isPublishing?: boolean;
  problemCount: number;
  isProblemsOpen: boolean;
  onProblems: () => void;
  /** Beside the title: draft or version marks, tabs between form and flow. */
  marks?: ReactNode;
}

export function DesignerHeader(props: DesignerHeaderProps) {
  const { t } = useTranslation("designer");
  const { undoName, redoName, onUndo, onRedo, onPreview, onPublish } = props;
  return (
    <PageHeader
      title={props.title}
      subtitle={<SaveStatus {...props.keeping} />}
      back={props.back}
      actions={
        <>
          <Company place={props.keeping.place} />
          {props.marks}
          <IconButton
            label={undoName ? t("undoOf", { name: undoName }) : t("undo")}
            keys="mod+z"
            icon={<Undo2 size={18} />}
            isDisabled={!undoName}
            onClick={onUndo}
          />
          <IconButton
            label={redoName ? t("redoOf", { name: redoName }) : t("redo")}
            keys="mod+shift+z"
            icon={<Redo2 size={18} />}
            isDisabled={!redoName}
            onClick={onRedo}
          />
          <Badge count={props.problemCount} size="small" offset={[-4, 6]}>
            <IconButton
              label={t("problems.title", { count: props.problemCount })}
              icon={<TriangleAlert size={18} />}
              isActive={props.isProblemsOpen}
              onClick={props.onProblems}
            />
          </Badge>
          {onPreview && (
            <Button icon={<Eye size={16} />} onClick={onPreview}>
              {t("preview")}
            </Button>
          )}
          {onPublish && (
            <Button type="primary" loading={props.isPublishing ?? false} onClick={onPublish}>
              {t("publish")}
            </Button>
          )}
        </>
      }
    />
  );
}
