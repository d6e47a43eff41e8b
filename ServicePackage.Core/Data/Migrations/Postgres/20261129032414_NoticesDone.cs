using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NoticesDone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Asks",
                table: "Notices",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DoneAt",
                table: "Notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DoneById",
                table: "Notices",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Asks",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "DoneAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "DoneById",
                table: "Notices");
        }
    }
}
