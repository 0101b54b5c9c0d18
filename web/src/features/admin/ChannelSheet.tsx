import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Switch } from "antd";
import { type FormEvent, useState } from "react";
import { type Channel, channelsQuery, createChannel, deleteChannel, saveChannel } from "@/api/channels";
import { useTranslation } from "@/i18n/words";
import { useDelete } from "@/ui/ask";
import { EditSheet } from "@/ui/EditSheet";
import { FormRow } from "@/ui/FormRow";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";

const FORM = "channel-sheet";
const PLACES = ["name", "reach"];

/** The address goes in and never comes out: left empty, the one there is stays. */
export function ChannelSheet({ channel, onClose }: { channel: Channel | null; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const { t: word } = useTranslation();
  const cache = useQueryClient();
  const ask = useDelete();
  const [name, setName] = useState(channel?.name ?? "");
  const [url, setUrl] = useState("");
  const [isActive, setActive] = useState(channel?.is_active ?? true);
  const isChanged = name !== (channel?.name ?? "") || url !== "" || isActive !== (channel?.is_active ?? true);
  const done = async () => {
    await cache.invalidateQueries({ queryKey: channelsQuery.queryKey });
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => {
      const head = { name: name.trim(), is_active: isActive };
      return channel ? saveChannel(channel.id, head, url.trim()) : createChannel(head, url.trim());
    },
    onSuccess: done,
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const at = problemAt(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const remove = async () => {
    if (!channel) return;
    const question = { title: t("channel.deleteTitle", { name: channel.name }), text: t("channel.deleteText") };
    if (await ask(question, () => deleteChannel(channel.id))) await done();
  };
  const footer = (
    <SheetFooter
      form={FORM}
      isBusy={saving.isPending}
      end={
        channel && (
          <Button danger onClick={() => void remove()}>
            {word("ask.delete")}
          </Button>
        )
      }
    />
  );
  return (
    <EditSheet
      isChanged={isChanged}
      onClose={onClose}
      title={t(channel ? "channel.edit" : "channel.add")}
      footer={footer}
    >
      <form id={FORM} onSubmit={submit} autoComplete="off">
        <FormRow label={t("channel.name")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              required
              autoFocus={!channel}
              maxLength={100}
              status={at("name") ? "error" : ""}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
        <FormRow
          label={t("channel.url")}
          help={t(channel ? "channel.urlKeep" : "channel.urlHelp")}
          isRequired={!channel}
          problem={at("reach")}
        >
          {(id) => (
            <Input.Password
              id={id}
              required={!channel}
              autoComplete="off"
              status={at("reach") ? "error" : ""}
              placeholder={channel ? t("channel.kept", { hint: channel.reach.url_hint ?? "" }) : ""}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          )}
        </FormRow>
        <FormRow label={t("channel.active")} help={t("channel.activeHelp")} isInline>
          {(id) => <Switch id={id} checked={isActive} onChange={setActive} />}
        </FormRow>
      </form>
    </EditSheet>
  );
}
