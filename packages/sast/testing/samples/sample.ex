# comment
defmodule App.Web do
  @moduledoc """
  Docs
  """
  use Phoenix.Controller, only: [:get]
  alias App.{Repo, User}
  @spec get(map) :: atom

  def get(conn, %{"id" => id} = params, opts \\ []) when is_binary(id) and not is_nil(id) do
    sql = "select * from t where id = #{id} \n" <> 'chars' <> ~s(sigil #{id}) <> ~r/x/i
    {:ok, [head | tail]} = Repo.query(sql, [id], timeout: 1_000, "quoted key": 2)
    user = %User{name: "a", age: 0x1F}
    user = %{user | name: ?c}
    other = %{:a => 1, "b" => 2.5, c: nil, d: true}
    value = params["id"][:x] + -1 * 2
    <<a::8, rest::binary>> = value
    fun = fn x, y when x > 1 -> x + y
      _ -> :"quoted atom" end
    fun.(1, 2)
    conn |> put(:a, &(&1 + 1)) |> Enum.map(&String.trim/1)
    if id do one() else two() end
    case value do
      {:ok, x} -> x
      ^id -> :error
    end
    for x <- [1, 2], x > 1, do: x
    with {:ok, a} <- f(), {:ok, b} <- g(a) do a else _ -> b end
    try do risky() rescue e in Err -> log(e) catch x -> x after close() end
    (a; b)
    conn.assigns.user
    x = :"a#{id}"
    call "a#{id}": 1
  end
  defp none, do: nil
end
