import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Input, Switch } from "antd";
import { type FormEvent, useState } from "react";
import { appsQuery } from "@/api/apps";
import { roles } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import { isBuiltIn, type Power, type Role } from "@/model/party";
import { EditSheet } from "@/ui/EditSheet";
import { FormRow } from "@/ui/FormRow";
import { SheetFooter } from "@/ui/SheetFooter";
import styles from "./directory.module.css";
import { useGroupEdit } from "./group_edit";
import { LimitedForms } from "./LimitedForms";
import { MembersField } from "./MembersField";

const FORM = "role-sheet";
const POWERS: readonly Power[] = ["administer", "design"];

/** Built-in roles keep their powers; their name and members may change. */
export function RoleSheet({ role, onClose }: { role: Role | null; onClose: () => void }) {
  const { t } = useTranslation("directory");
  const { data: apps } = useQuery(appsQuery);
  const { name: nameNow = "", members: membersNow = [], everyone = false, powers: powersNow = [] } = role ?? {};
  const [name, setName] = useState(nameNow);
  const [members, setMembers] = useState<readonly string[]>(membersNow);
  const [isForAll, setForAll] = useState(everyone);
  const [powers, setPowers] = useState<readonly Power[]>(powersNow);
  const isChanged = !hasSameContent([name, members, isForAll, powers], [nameNow, membersNow, everyone, powersNow]);
  const { at, isSaving, save, remove } = useGroupEdit(roles, role, onClose);
  const isFixed = role !== null && isBuiltIn(role.id);
  const grants = role?.grants ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const held = isForAll ? [] : POWERS.filter((power) => powers.includes(power));
    if (name.trim()) {
      save({ name: name.trim(), members: isForAll ? [] : [...members], everyone: isForAll, powers: held, grants });
    }
  };
  const end = role && !isFixed && (
    <Button danger onClick={() => void remove()}>
      {t("role.delete")}
    </Button>
  );
  const footer = <SheetFooter form={FORM} isBusy={isSaving} isOff={!name.trim()} end={end} />;
  const reach = new Set(grants.map(({ app }) => app));
  return (
    <EditSheet isChanged={isChanged} onClose={onClose} title={t(role ? "role.edit" : "role.add")} footer={footer}>
      <form id={FORM} onSubmit={submit}>
        {isFixed && <Alert className={styles.note} type="info" showIcon title={t("role.builtIn")} />}
        <FormRow label={t("role.name")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus={!role}
              maxLength={100}
              status={at("name") ? "error" : ""}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
        <FormRow label={t("role.forAll")} help={t("role.forAllHelp")} isInline>
          {(id) => <Switch id={id} checked={isForAll} disabled={isFixed} onChange={setForAll} />}
        </FormRow>
        {!isForAll && <MembersField value={members} onChange={setMembers} problem={at("members")} />}
        <FormRow label={t("role.powers")} help={t("role.powersHelp")} problem={at("powers")}>
          {() => (
            <Checkbox.Group
              className={styles.powers}
              disabled={isFixed || isForAll}
              value={isForAll ? [] : [...powers]}
              onChange={setPowers}
              options={POWERS.map((value) => ({ value, label: t(`role.powerText.${value}`) }))}
            />
          )}
        </FormRow>
        {role && (
          <FormRow label={t("role.apps")} help={t("role.appsHelp")}>
            {() => (
              <>
                <p>
                  {listed((apps ?? []).filter(({ id }) => reach.has(id)).map(({ name }) => name)) || t("role.noApps")}
                </p>
                <LimitedForms apps={apps ?? []} grants={grants} />
              </>
            )}
          </FormRow>
        )}
      </form>
    </EditSheet>
  );
}
