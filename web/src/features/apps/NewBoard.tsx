import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Form, Input, Modal } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createBoard } from "@/api/apps";
import { IconButton } from "@/ui/IconButton";
import { toast } from "@/ui/toast";

const NAME_CHARS_MAX = 60;

/** Asks for a name and goes on in the designer. */
export function NewBoard({ app }: { app: string }) {
  const { t } = useTranslation("apps");
  const { t: tCommon } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const client = useQueryClient();
  const navigate = useNavigate();
  const creation = useMutation({
    mutationFn: () => createBoard(app, name.trim()),
    onSuccess: async ({ id }) => {
      setOpen(false);
      setName("");
      await client.invalidateQueries({ queryKey: ["apps"] });
      void navigate({ to: "/apps/$app/boards/$board/design", params: { app, board: id } });
    },
    onError: toast.problem,
  });
  const isBlank = name.trim() === "";
  const create = () => {
    if (!isBlank && !creation.isPending) creation.mutate();
  };
  return (
    <>
      <IconButton label={t("addBoard")} icon={<Plus size={16} />} onClick={() => setOpen(true)} />
      <Modal
        open={isOpen}
        title={t("addBoard")}
        okText={t("createBoard")}
        cancelText={tCommon("cancel")}
        okButtonProps={{ disabled: isBlank, loading: creation.isPending }}
        onOk={create}
        onCancel={() => setOpen(false)}
        width={420}
        destroyOnHidden
      >
        <Form layout="vertical">
          <Form.Item label={t("boardName")} htmlFor="board-name">
            <Input
              id="board-name"
              autoFocus
              value={name}
              maxLength={NAME_CHARS_MAX}
              placeholder={t("boardNameExample")}
              onChange={({ target }) => setName(target.value)}
              onPressEnter={create}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
