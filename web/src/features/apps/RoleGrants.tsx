import { Button } from "antd";
import { Plus } from "lucide-react";
import type { AppSummary } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import type { Role } from "@/model/party";
import type { AccessEdit } from "./access_edit";
import styles from "./apps.module.css";
import { GrantRow } from "./GrantRow";
import type { GrantLine } from "./grants_draft";

interface RoleGrantsProps {
  app: AppSummary;
  role: Role | undefined;
  lines: readonly GrantLine[];
  /** Where the server finds fault with a line. */
  placeOf: (key: string) => string;
  edit: AccessEdit;
  onAdd: () => void;
}

/** Everything one role may do in the app; its lines add up. */
export function RoleGrants({ app, role, lines, placeOf, edit, onAdd }: RoleGrantsProps) {
  const { t } = useTranslation("apps");
  const name = role?.name ?? t("access.goneRole");
  return (
    <section className={styles.role} aria-label={name}>
      <header className={styles.roleHead}>
        <h2>{name}</h2>
        <small>
          {role?.everyone ? t("access.everyone") : t("access.members", { count: role?.members.length ?? 0 })}
        </small>
        <Button size="small" type="text" icon={<Plus size={14} />} onClick={onAdd}>
          {t("access.addLine")}
        </Button>
      </header>
      {lines.map((line) => (
        <GrantRow
          key={line.key}
          app={app}
          line={line}
          isBlank={edit.blanks.has(line.key)}
          problem={edit.at(placeOf(line.key))}
          onChange={(change) => edit.change(line.key, change)}
          onRemove={() => edit.remove(line.key)}
        />
      ))}
    </section>
  );
}
