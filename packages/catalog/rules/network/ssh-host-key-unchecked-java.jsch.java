package com.example.deploy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.util.Properties;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;

class Deploy {
    Session open(JSch jsch, String host) throws Exception {
        Session session = jsch.getSession("deploy", host);
        // ruleid: ssh-host-key-unchecked-java
        session.setConfig("StrictHostKeyChecking", "no");
        session.connect();
        return session;
    }

    Properties settings() {
        Properties config = new Properties();
        // ruleid: ssh-host-key-unchecked-java
        config.put("StrictHostKeyChecking", "no");
        return config;
    }

    void sshj(SSHClient ssh) {
        // ruleid: ssh-host-key-unchecked-java
        ssh.addHostKeyVerifier(new PromiscuousVerifier());
    }

    Session safe(JSch jsch, SSHClient ssh, String host) throws Exception {
        jsch.setKnownHosts("/etc/ssh/ssh_known_hosts");
        Session session = jsch.getSession("deploy", host);
        // ok: ssh-host-key-unchecked-java
        session.setConfig("StrictHostKeyChecking", "yes");
        // ok: ssh-host-key-unchecked-java
        session.setConfig("PreferredAuthentications", "publickey");
        // ok: ssh-host-key-unchecked-java
        ssh.addHostKeyVerifier("fc:10:aa:…");
        return session;
    }
}
