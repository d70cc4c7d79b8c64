using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

public class Orders
{
    public SqlDataReader Search(SqlConnection connection, string item)
    {
        // ruleid: sql-building-csharp
        var command = new SqlCommand("SELECT * FROM Orders WHERE Item = '" + item + "'", connection);
        return command.ExecuteReader();
    }

    public void Change(SqlCommand command, string name)
    {
        // ruleid: sql-building-csharp
        command.CommandText = $"UPDATE Users SET Name = '{name}'";
        command.ExecuteNonQuery();
    }

    public object Core(ShopContext db, string item)
    {
        // ruleid: sql-building-csharp
        return db.Orders.FromSqlRaw($"SELECT * FROM Orders WHERE Item = '{item}'").ToList();
    }

    public object Safe(SqlConnection connection, SqlCommand command, ShopContext db, string item)
    {
        // ok: sql-building-csharp
        using var other = new SqlCommand("SELECT * FROM Orders WHERE Item = @item", connection);
        other.Parameters.AddWithValue("@item", item);
        // ok: sql-building-csharp
        command.CommandText = "SELECT COUNT(*) FROM Orders";
        // ok: sql-building-csharp
        return db.Orders.FromSqlInterpolated($"SELECT * FROM Orders WHERE Item = {item}").ToList();
    }
}
