use rusqlite::Connection;
use sqlx::PgPool;

pub async fn search(pool: &PgPool, item: &str) -> sqlx::Result<()> {
    // ruleid: sql-building-rust
    sqlx::query(&format!("SELECT * FROM orders WHERE item = '{}'", item)).execute(pool).await?;
    Ok(())
}

pub fn remove(connection: &Connection, id: &str) -> rusqlite::Result<usize> {
    // ruleid: sql-building-rust
    connection.execute(&format!("DELETE FROM orders WHERE id = {id}"), [])
}

pub async fn safe(pool: &PgPool, connection: &Connection, item: &str) -> sqlx::Result<()> {
    // ok: sql-building-rust
    let name = format!("{}%", item);
    // ok: sql-building-rust
    connection.execute("DELETE FROM orders WHERE id = ?1", [item]).unwrap();
    // ok: sql-building-rust
    sqlx::query("SELECT * FROM orders WHERE item LIKE $1").bind(name).execute(pool).await?;
    Ok(())
}
