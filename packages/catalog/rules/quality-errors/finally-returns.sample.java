class Mails {
    boolean send(Mail mail, Connection connection) {
        // ruleid: finally-returns
        try {
            connection.send(mail);
        } finally {
            connection.close();
            return true;
        }
    }

    String read(Path path) {
        String text = "";
        // ruleid: finally-returns
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            log(e);
        } finally {
            return text;
        }
    }

    boolean fine(Mail mail, Connection connection) {
        // ok: finally-returns
        try {
            return connection.send(mail);
        } finally {
            connection.close();
        }
    }

    String other(Path path) {
        String text = "";
        // ok: finally-returns
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            return "";
        } finally {
            log(path);
        }
        return text;
    }
}
