import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Radio, Select } from "antd";
import { type FormEvent, useState } from "react";
import { calendarsQuery } from "@/api/calendars";
import { type Setting, saveSetting, settingQuery } from "@/api/setting";
import { useTranslation } from "@/i18n/words";
import { Foot } from "@/ui/Foot";
import { FormRow } from "@/ui/FormRow";
import { useLeaveGuard } from "@/ui/leave_guard";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";
import { SectionPage } from "./SectionPage";
import { zones } from "./zones";

const PLACES = ["organisation", "language", "zone", "calendar"];

/** What holds for everybody. */
export function WorkspaceSection() {
  const query = useQuery(settingQuery);
  return (
    <SectionPage section="workspace" isNarrow>
      <QueryView query={query} skeleton={<FormSkeleton count={4} />}>
        {(setting) => <SettingForm key={JSON.stringify(setting)} setting={setting} />}
      </QueryView>
    </SectionPage>
  );
}

function SettingForm({ setting }: { setting: Setting }) {
  const { t } = useTranslation("admin");
  const { t: word } = useTranslation();
  const { t: shell } = useTranslation("shell");
  const cache = useQueryClient();
  const calendars = useQuery(calendarsQuery);
  const [draft, setDraft] = useState(setting);
  const give = (change: Partial<Setting>) => setDraft((old) => ({ ...old, ...change }));
  const sent = { ...draft, organisation: draft.organisation.trim() };
  const isChanged = JSON.stringify(sent) !== JSON.stringify(setting);
  useLeaveGuard(isChanged);
  const saving = useMutation({
    mutationFn: () => saveSetting(sent),
    onSuccess: async () => {
      toast.success(t("workspace.saved"));
      await Promise.all([settingQuery.queryKey, ["session"]].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const at = problemAt(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !saving.isPending) saving.mutate();
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <FormRow label={t("workspace.organisation")} isRequired problem={at("organisation")}>
        {(id) => (
          <Input
            id={id}
            required
            maxLength={100}
            value={draft.organisation}
            onChange={({ target }) => give({ organisation: target.value })}
          />
        )}
      </FormRow>
      <FormRow label={t("workspace.language")} help={t("workspace.languageHelp")}>
        {(id) => (
          <Radio.Group
            id={id}
            optionType="button"
            options={[
              { value: "zh", label: shell("language.zh") },
              { value: "en", label: shell("language.en") },
            ]}
            value={draft.language}
            onChange={({ target }) => give({ language: target.value as Setting["language"] })}
          />
        )}
      </FormRow>
      <FormRow label={t("workspace.zone")} help={t("workspace.zoneHelp")} problem={at("zone")}>
        {(id) => (
          <Select
            id={id}
            showSearch
            options={zones(draft.zone).map((value) => ({ value, label: value }))}
            value={draft.zone}
            onChange={(zone) => give({ zone })}
          />
        )}
      </FormRow>
      <FormRow label={t("workspace.calendar")} help={t("workspace.calendarHelp")} problem={at("calendar")}>
        {(id) => (
          <Select
            id={id}
            allowClear
            loading={calendars.isLoading}
            placeholder={t("workspace.noCalendar")}
            options={calendars.data?.map(({ id: value, name }) => ({ value, label: name }))}
            value={draft.calendar ?? null}
            onChange={(calendar: string | null | undefined) => give({ calendar: calendar ?? null })}
          />
        )}
      </FormRow>
      <Foot>
        {isChanged && <Button onClick={() => setDraft(setting)}>{word("undo")}</Button>}
        <Button type="primary" htmlType="submit" disabled={!isChanged} loading={saving.isPending}>
          {word("save")}
        </Button>
      </Foot>
    </form>
  );
}
