use std::process::Command;

pub fn resize(file: &str) -> std::io::Result<()> {
    // ruleid: command-building-rust
    Command::new("sh").arg("-c").arg(format!("convert {file} out.png")).status()?;
    Ok(())
}

pub fn info(file: &str) -> std::io::Result<()> {
    // ruleid: command-building-rust
    Command::new("/bin/bash").args(["-c", &format!("file {}", file)]).status()?;
    Ok(())
}

pub fn safe(file: &str) -> std::io::Result<()> {
    // ok: command-building-rust
    Command::new("sh").arg("-c").arg("uptime").status()?;
    // ok: command-building-rust
    Command::new("convert").arg(format!("{file}.png")).status()?;
    Ok(())
}
