import { Link } from "@tanstack/react-router";
import { Checkbox, Dropdown, Select } from "antd";
import { Sparkles, X } from "lucide-react";
import type { AppSummary } from "@/api/apps";
import type { AppGrant } from "@/api/grants";
import { useTranslation } from "@/i18n/words";
import { limitedCount } from "@/model/grant_fields";
import { ACTIONS, type Scope } from "@/model/party";
import { IconButton } from "@/ui/IconButton";
import styles from "./apps.module.css";
import { ConditionField } from "./ConditionField";
import { type GrantLine, PRESETS, presetOf, reachesRecords, sent, toggled } from "./grants_draft";

interface GrantRowProps {
  app: AppSummary;
  line: GrantLine;
  isBlank: boolean;
  problem: string | undefined;
  onChange: (change: Partial<AppGrant>) => void;
  onRemove: () => void;
}

const SCOPES = ["own", "department", "department_and_below", "all", "condition"] as const;
const EVERY = "";

const scopeOf = (kind: Scope["kind"]): Scope => (kind === "condition" ? { kind, formula: "" } : { kind });

/** One line: which forms, which actions, which records. */
export function GrantRow({ app, line, isBlank, problem, onChange, onRemove }: GrantRowProps) {
  const { t } = useTranslation("apps");
  const forms = [
    { value: EVERY, label: t("access.everyForm") },
    ...app.forms.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const presets = PRESETS.map((preset) => ({
    key: preset,
    label: t(`access.preset.${preset}`),
    onClick: () => onChange(presetOf(preset)),
  }));
  const limited = limitedCount(sent([line]));
  // The editor knows the fields of one form; what does not fit another one only the server sees.
  const isSaidByEditor = line.scope.kind === "condition" && line.form !== null;
  return (
    <div className={styles.grant}>
      <div className={styles.grantHead}>
        <Select
          className={styles.grantForm}
          aria-label={t("access.form")}
          options={forms}
          value={line.form ?? EVERY}
          onChange={(form) => onChange({ form: form === EVERY ? null : form, fields: {} })}
        />
        <Dropdown menu={{ items: presets }} trigger={["click"]}>
          <button type="button" className={styles.presets}>
            <Sparkles size={14} />
            {t("access.presets")}
          </button>
        </Dropdown>
        <IconButton label={t("access.removeLine")} icon={<X size={16} />} onClick={onRemove} />
      </div>
      <div className={styles.grantActions}>
        {ACTIONS.map((action) => (
          <Checkbox
            key={action}
            checked={line.actions.includes(action)}
            onChange={({ target }) => onChange({ actions: toggled(line.actions, action, target.checked) })}
          >
            <span title={t(`access.actionText.${action}`)}>{t(`access.action.${action}`)}</span>
          </Checkbox>
        ))}
      </div>
      {reachesRecords(line.actions) && (
        <div className={styles.grantScope}>
          <span>{t("access.which")}</span>
          <Select
            aria-label={t("access.which")}
            popupMatchSelectWidth={false}
            options={SCOPES.map((value) => ({ value, label: t(`access.scope.${value}`) }))}
            value={line.scope.kind}
            onChange={(kind) => onChange({ scope: scopeOf(kind) })}
          />
          <small>{t(`access.scopeText.${line.scope.kind}`)}</small>
        </div>
      )}
      {reachesRecords(line.actions) && line.scope.kind === "condition" && (
        <ConditionField
          app={app}
          form={line.form}
          value={line.scope.formula}
          onChange={(formula) => onChange({ scope: { kind: "condition", formula } })}
        />
      )}
      {line.form && limited > 0 && (
        <p className={styles.limited}>
          {t("access.limited", { count: limited })}
          <Link to="/apps/$app/forms/$form/design" params={{ app: app.id, form: line.form }} hash="access/roles">
            {t("access.limits")}
          </Link>
        </p>
      )}
      {problem && !isSaidByEditor && (
        <p className={styles.bad} role="alert">
          {problem}
        </p>
      )}
      {isBlank && <p className={styles.bad}>{t("access.blank")}</p>}
    </div>
  );
}
